export { accountsFor } from './accounts.js';
export { interact } from './routes.js';
export { signInEnded } from './show.js';
