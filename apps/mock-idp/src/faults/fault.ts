import type { RejectionReason } from '@countersign/claims';
import type { Answer, Endpoint } from '../http/index.js';
import type { KeyRing, SigningKey } from '../keys/index.js';
import type { World } from '../world/index.js';

export type Members = Readonly<Record<string, unknown>>;

/** An honest ID token taken apart, with what it takes to forge another. */
export type IdToken = {
  readonly compact: string;
  readonly header: Members;
  readonly claims: Members;
  /** Seconds, by the clock of the namespace. */
  readonly now: number;
  readonly issuer: string;
  /** The key that signs now. */
  readonly key: SigningKey;
  readonly ring: KeyRing;
};

/** What comes back to the client from the authorization endpoint, in order. */
export type Entries = readonly (readonly [name: string, value: string])[];

/** How an answer leaves, where it does not just leave. */
export type Wire = 'delay' | 'drip' | 'drop' | 'cut';

/** What came of the request: what a verifier says of a proof, or that a good one does not mind. */
export type Expected = RejectionReason | 'declined' | 'verified';

type Told = {
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** What a good verifier says. */
  readonly expect: Expected;
  /** Who can see it: the service that redeems the code, or only the client that sent the browser. */
  readonly judge?: 'client';
  /** What the client has to have: it is no trouble to the others. */
  readonly needs?: 'encryption' | 'hosted-domain' | 'userinfo' | 'cached-metadata';
};

/** In every ID token, whichever way it comes. */
type InToken = { readonly at: 'id-token'; forge(token: IdToken): string | Promise<string> };

/** In what the authorization endpoint sends back: other members, or a page and nothing else. */
type InReturn = {
  readonly at: 'return';
  bend?(entries: Entries, world: World): Entries;
  page?(world: World): Answer;
};

/** In whatever an endpoint answers when all is well. */
type InAnswer = {
  readonly at: Endpoint;
  bend?(answer: Answer, world: World): Answer | Promise<Answer>;
  readonly wire?: Wire;
  /** How long a slow one takes, unless the arming says otherwise. */
  readonly delayMs?: number;
};

/** One way in which a provider, or the road to it, can be wrong. */
export type Fault = Told & (InToken | InReturn | InAnswer);
