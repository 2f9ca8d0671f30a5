export { Browsers } from './browsers.js';
export { Consents } from './consents.js';
export { type Device, type DeviceOutcome, Devices, type Polled } from './devices.js';
export { type Ended, Endings } from './endings.js';
export { type Login, Logins } from './logins.js';
export { type FoundRefreshToken, type RefreshToken, RefreshTokens } from './refresh-tokens.js';
export { type Session, Sessions } from './sessions.js';
export type { World } from './world.js';
