export { interact } from './routes.js';
