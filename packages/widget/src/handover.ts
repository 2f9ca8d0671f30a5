import type { Identity } from '@countersign/chat-client/identity';
import type { PageFacts } from '@countersign/claims';

/** What the launcher gives the window: all they share. */
export type WindowHost = {
  readonly root: ShadowRoot;
  readonly identity: Identity;
  /** Begins as whoever the page names; from the click. */
  readonly signIn: () => void;
  readonly close: () => void;
  readonly setUnread: (unread: number) => void;
  readonly tell: (name: string, detail?: object) => void;
};

/** What the window gives back. */
export type WindowHandle = {
  setOpen(open: boolean): void;
  setPageFacts(facts: PageFacts): void;
  /** Closes the line and takes the window out. */
  dispose(): void;
};

/** The one thing the two files share on the page; a second copy of either does no harm. */
export const MOUNT = Symbol.for('countersign.window');

declare global {
  interface Window {
    [MOUNT]?: (host: WindowHost) => WindowHandle;
  }
}
