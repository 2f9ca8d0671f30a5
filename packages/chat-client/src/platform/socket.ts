import type { Platform, TextSocket } from './platform.js';

type WithHeaders = new (url: string, more?: object) => TextSocket;

/** The runtime's own WebSocket. A browser sends its origin by itself; of Node's it can be asked. */
export const socket: Platform['socket'] = (url, origin) => {
  const Socket = WebSocket as WithHeaders;
  return origin === undefined ? new Socket(url) : new Socket(url, { headers: { origin } });
};
