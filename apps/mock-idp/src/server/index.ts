export { close, listen, makeServer, PortRefused } from './listen.js';
