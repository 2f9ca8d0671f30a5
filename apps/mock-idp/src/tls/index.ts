export { type Credentials, credentialsFor } from './credentials.js';
