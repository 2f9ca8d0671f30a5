export { Browser } from './browser.js';
export { queryOf, type SignInInput, type SignInRequest, signInRequest } from './request.js';
export { PageShown, type SignedIn, signIn } from './sign-in.js';
