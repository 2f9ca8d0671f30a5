export { CannedModule } from './canned.module.js';
