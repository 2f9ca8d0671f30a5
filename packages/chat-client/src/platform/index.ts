export { alone } from './alone.js';
export { bareDevice, type Cryptography } from './bare-device.js';
export { browserPlatform } from './browser.js';
export type { Device } from './device.js';
export type { Channel, Platform, Signal, TextSocket } from './platform.js';
export type { ChatFile, UploadAnswer, UploadRequest } from './upload.js';
export { webDevice } from './web-device.js';
