export { assets } from './assets.js';
export { chooserPage } from './chooser.js';
export { consentPage } from './consent.js';
export { deviceDonePage, devicePage } from './device.js';
export { errorPage } from './error.js';
export { formPostPage, formPostPolicy } from './form-post.js';
export { homePage } from './home.js';
export { signedOutPage, signOutPage } from './sign-out.js';
export { detailOf } from './view.js';
