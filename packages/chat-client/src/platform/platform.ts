import type { Device } from './device.js';
import type { UploadAnswer, UploadRequest } from './upload.js';

/** News from the surroundings: something may have been missed, or is about to be. */
export type Signal =
  /** There is a network again. */
  | 'online'
  /** Somebody looks: the tab is shown, the app has come to the foreground. */
  | 'seen'
  /** Nobody looks, and the app is about to be put to sleep: apps only. */
  | 'background';

/** What one tab tells the others of the same origin. */
export type Channel = {
  post(news: unknown): void;
  close(): void;
};

/** As much of a WebSocket as is needed. */
export type TextSocket = {
  send(text: string): void;
  close(): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  /** Also when it could not be opened. */
  onclose: ((event: never) => void) | null;
};

/** What the chat needs of wherever it runs, beyond the device: all of it may be missing. */
export type Platform = Device & {
  /**
   * One at a time among the tabs of an origin. `wasFree`: nobody had it before; otherwise what was to be done may be
   * done by now.
   */
  readonly lock: (name: string, work: (wasFree: boolean) => Promise<void>) => Promise<void>;
  readonly channel: (name: string, listen: (news: unknown) => void) => Channel;
  /** `origin`: to be sent where the runtime sends none by itself. */
  readonly socket: (url: string, origin?: string) => TextSocket;
  /** Sends a file, and tells how far it is. Rejects where there is no answer. */
  readonly upload: (request: UploadRequest) => Promise<UploadAnswer>;
  /** Answers how to stop listening. */
  readonly signals: (listen: (signal: Signal) => void) => () => void;
  /** Whether somebody can see the chat now. */
  readonly isSeen: () => boolean;
};
