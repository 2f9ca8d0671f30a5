import type { SessionTimes } from '../identity/assurance.js';

/** A person, as an issuer knows them. Null where one is asked for: nobody is proven. */
export type Subject = string;

/** One browser, whatever its number of tabs: they share its key and so its session. */
export type Browser = {
  readonly name: string;
  /** Rises when the key is thrown away. */
  readonly key: number;
  /** The attempt it began and has not used. */
  readonly attemptAt: Date | null;
};

export type Session = SessionTimes & {
  readonly id: number;
  readonly browser: string;
  readonly key: number;
  readonly family: number;
  readonly subject: Subject | null;
  readonly openedAt: Date;
};

export type Line = { readonly text: string; readonly at: Date };

export type Conversation = {
  readonly id: number;
  readonly family: number;
  readonly subject: Subject | null;
  readonly ended: boolean;
  /** The family that may take it over, if its consumer says so, and until when. */
  readonly offer: { readonly family: number; readonly until: Date } | null;
  readonly lines: readonly Line[];
};

/** Somebody was signed out everywhere: what was begun before opens nothing. */
export type Tombstone = { readonly subject: Subject; readonly at: Date };

/** All there is of one brand. Times are the service's. */
export type World = {
  readonly now: Date;
  readonly browsers: readonly Browser[];
  readonly sessions: readonly Session[];
  readonly conversations: readonly Conversation[];
  readonly tombstones: readonly Tombstone[];
  readonly next: number;
};

export const worldOf = (now: Date, browsers: readonly string[]): World => ({
  now,
  browsers: browsers.map((name) => ({ name, key: 0, attemptAt: null })),
  sessions: [],
  conversations: [],
  tombstones: [],
  next: 1,
});

export const browserOf = ({ browsers }: World, name: string): Browser => {
  const found = browsers.find((one) => one.name === name);
  if (!found) throw new Error(`There is no browser ${name}.`);
  return found;
};

export const withBrowser = (world: World, changed: Browser): World => ({
  ...world,
  browsers: world.browsers.map((one) => (one.name === changed.name ? changed : one)),
});

export const withConversation = (world: World, changed: Conversation): World => ({
  ...world,
  conversations: world.conversations.map((one) => (one.id === changed.id ? changed : one)),
});
