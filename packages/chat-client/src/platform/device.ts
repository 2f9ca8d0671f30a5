/** What an identity needs of wherever it runs. A browser's own is `webDevice`; an app may bring another. */
export type Device = {
  /** The device's clock, in milliseconds since 1970. It may be wrong: see `Api.now`. */
  readonly now: () => number;
  /** Runs it later; answers how to call it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Unique, and unguessable: at least 8 of the characters of base64url. */
  readonly randomId: () => string;
  /** From 0 to below 1, to spread what would happen at once. */
  readonly random: () => number;
  readonly base64url: (bytes: Uint8Array) => string;
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly fetch: typeof fetch;
};
