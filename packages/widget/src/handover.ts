import type { Identity, KeyStore, PageMethod } from '@countersign/chat-client/identity';
import type { PageFacts } from '@countersign/claims';
import type { Language } from './language.js';
import type { BrandOfPage } from './look.js';

/** What the launcher gives the chat: the page as the chat meets it. */
export type PageHost = {
  readonly root: ShadowRoot;
  readonly apiUrl: string;
  readonly brand: string;
  readonly connection: string;
  readonly keyStore: KeyStore;
  readonly methodOf: (name: string) => PageMethod | undefined;
  /** Whom the page names: null, nobody; undefined while it has not said. */
  readonly named: () => string | null | undefined;
  /** Where the page stands in a trace of its own. */
  readonly traceparent: () => string | undefined;
  readonly close: () => void;
  readonly setUnread: (unread: number) => void;
  /** Undefined: the service does not say. */
  readonly setLook: (brand: BrandOfPage | undefined) => void;
  readonly language: Language;
  readonly tell: (name: string, detail?: object) => void;
};

/** What the chat gives back to the launcher. */
export type PageHandle = {
  /** From the click, where there is one: the page's method may have to open a window. */
  setOpen(open: boolean): void;
  setPageFacts(facts: PageFacts): void;
  /** The page names somebody, or somebody else. */
  rename(): void;
  prove(): Promise<void>;
  signOut(): Promise<void>;
  /** Closes the line and takes the window out. */
  dispose(): void;
};

/** What the window is drawn from. */
export type WindowHost = {
  readonly root: ShadowRoot;
  readonly identity: Identity;
  /** A page of the service's own: it signs in by itself, and there is nothing to close it into. */
  readonly ownPage?: boolean;
  /** Begins as whoever the page names; from the click. */
  readonly signIn: () => void;
  readonly close: () => void;
  readonly setUnread: (unread: number) => void;
  readonly tell: (name: string, detail?: object) => void;
};
export type WindowHandle = {
  setOpen(open: boolean): void;
  setPageFacts(facts: PageFacts): void;
  /** Closes the line and takes the window out. */
  dispose(): void;
};

/** The one thing the two files share on the page; a second copy of either does no harm. */
export const BEGIN = Symbol.for('countersign.begin');

declare global {
  interface Window {
    [BEGIN]?: (host: PageHost) => PageHandle;
  }
}
