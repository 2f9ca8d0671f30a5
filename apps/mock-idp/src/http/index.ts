export { basicCredentials, type Credentials } from './basic.js';
export { again, BodyTooLarge, readBody, readForm } from './body.js';
export { cookieOf, makeCookie } from './cookies.js';
export {
  type Exchange,
  type Handler,
  type Headers,
  pagePolicy,
  redirect,
  sendFile,
  sendHtml,
  sendJson,
} from './exchange.js';
export { type Answer, hold, release } from './held.js';
export { fromThisMachine } from './loopback.js';
export { type Endpoint, endpoints, type Notes, note, notesOf } from './notes.js';
export { renamed, spokenPath } from './spoken.js';
