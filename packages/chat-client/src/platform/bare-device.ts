import type { Device } from './device.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** By hand: not everywhere is there a `btoa`. */
function base64url(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 6; bits -= 6) text += ALPHABET[(held >> (bits - 6)) & 63];
  }
  return bits ? text + ALPHABET[(held << (6 - bits)) & 63] : text;
}

/** What a runtime without WebCrypto has to bring: React Native has neither of them. */
export type Cryptography = Pick<Device, 'randomId' | 'sha256'>;

/** Of React Native: asks for timers and `fetch`, and for nothing else that is global. */
export const bareDevice = (cryptography: Cryptography): Device => ({
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  base64url,
  fetch: (...request) => fetch(...request),
  ...cryptography,
});
