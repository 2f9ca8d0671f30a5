import type { Device } from './device.js';

/** Of browsers and Node. Each global is looked up when it is used: importing this asks for none. */
export const webDevice: Device = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  randomId: () => crypto.randomUUID(),
  random: () => Math.random(),
  base64url: (bytes) =>
    btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', ''),
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)),
  fetch: (...request) => fetch(...request),
};
