import type { Endpoint } from '../http/index.js';

/** A name and its value; where a name came twice, both. */
export type Members = Readonly<Record<string, string | readonly string[]>>;

/** What an ID token said. Without its signature it is worth nothing to whoever finds it. */
export type TokenContent = { readonly header: unknown; readonly claims: unknown };

/** One request and what was answered, every secret struck out. */
export type JournalEntry = {
  /** Counts up within a namespace. */
  readonly id: number;
  /** When it came, by the namespace's clock. */
  readonly at: string;
  /** The same by the machine's. */
  readonly wall: string;
  readonly issuer: string;
  readonly endpoint: Endpoint;
  readonly method: string;
  readonly path: string;
  readonly clientId?: string;
  /** The person's id: who signed in, or whom the request hinted at. */
  readonly person?: string;
  readonly state?: string;
  readonly status: number;
  readonly durationMs: number;
  /** What bent the answer; empty where it is honest. */
  readonly faults: readonly string[];
  readonly request: {
    readonly query: Members;
    readonly headers: Members;
    /** A form; any other body is text. */
    readonly form?: Members;
    readonly body?: string;
  };
  readonly answer: {
    readonly headers: Members;
    readonly body?: string;
    readonly idToken?: TokenContent;
  };
};
