import type { Device } from './device.js';
import type { Platform } from './platform.js';
import { socket } from './socket.js';
import { upload } from './upload.js';

/** One process without tabs: an app, or Node. An app adds its signals. */
export function alone(device: Device, more: Partial<Platform> = {}): Platform {
  const holders = new Map<string, Promise<void>>();
  return {
    ...device,
    async lock(name, work) {
      const before = holders.get(name);
      const held = (before ?? Promise.resolve()).then(() => work(before === undefined));
      const settled = held.catch(() => undefined);
      holders.set(name, settled);
      await settled;
      if (holders.get(name) === settled) holders.delete(name);
      return held;
    },
    channel: () => ({ post: () => undefined, close: () => undefined }),
    socket,
    upload,
    signals: () => () => undefined,
    isSeen: () => true,
    ...more,
  };
}
