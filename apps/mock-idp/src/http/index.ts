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
export { fromThisMachine } from './loopback.js';
export { spokenPath } from './spoken.js';
