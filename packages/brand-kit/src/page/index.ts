export { type FromBackend, getProofFromBackend } from './from-backend.js';
export { getCodeByPopup, PopupBlocked, PopupFailed, type PopupOptions } from './popup.js';
export { authorizePage, callbackPage } from './popup-pages.js';
export type { PageAttempt, PageProof } from './types.js';
