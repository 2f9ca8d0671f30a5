export { assets } from './assets.js';
export { chooserPage } from './chooser.js';
export { consentPage } from './consent.js';
export { deviceDonePage, devicePage } from './device.js';
export { errorPage } from './error.js';
export { homePage } from './home.js';
export { detailOf } from './view.js';
