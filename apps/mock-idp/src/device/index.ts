export { answerDevice } from './routes.js';
