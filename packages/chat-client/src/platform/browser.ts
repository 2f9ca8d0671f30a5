import type { Platform } from './platform.js';
import { socket } from './socket.js';
import { upload } from './upload.js';
import { webDevice } from './web-device.js';

/** Of a page: tabs of one origin share a lock and a channel, and hear of the network and of being looked at. */
export const browserPlatform = (): Platform => ({
  ...webDevice,
  async lock(name, work) {
    const { locks } = navigator;
    // Browsers have locks on secure pages only, where the keys are as well.
    if (!locks) return work(true);
    const had = await locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work(true);
      return lock !== null;
    });
    if (!had) await locks.request(name, () => work(false));
  },
  channel(name, listen) {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => listen(data);
    return { post: (news) => channel.postMessage(news), close: () => channel.close() };
  },
  socket,
  upload,
  signals(listen) {
    const online = () => listen('online');
    const seen = () => document.hidden || listen('seen');
    addEventListener('online', online);
    addEventListener('focus', seen);
    document.addEventListener('visibilitychange', seen);
    return () => {
      removeEventListener('online', online);
      removeEventListener('focus', seen);
      document.removeEventListener('visibilitychange', seen);
    };
  },
  isSeen: () => !document.hidden,
});
