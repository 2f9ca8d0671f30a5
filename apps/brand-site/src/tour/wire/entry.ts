/** Who speaks on the wire. */
export type Party = 'Widget' | 'Page' | 'Browser' | 'Shop’s backend' | 'Countersign' | 'Larkspur ID';

/** What an ID token says. Its signature is not shown: without it the token is worth nothing. */
export type TokenShown = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
};

/** One request and its answer. */
export type Exchange = {
  readonly key: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly from: Party;
  readonly to: Party;
  readonly line: string;
  /** Why it is made. Exact words stand between backticks. */
  readonly why: string;
  /** What is worth looking at of what was sent. */
  readonly sent: readonly (readonly [name: string, value: string])[];
  readonly token?: TokenShown;
};
