export { WindowsModule } from './windows.module.js';
