/** Plain values by names_like_this, at most 32. The agent sees them as the page's word, never as verified. */
export type PageFacts = Readonly<Record<string, string | number | boolean>>;

/** `document.querySelector<CountersignChat>('countersign-chat')`: what a page may ask of the chat in it. */
export interface CountersignChat extends HTMLElement {
  /** The subject of whoever is signed in at the brand; null: nobody. It proves nothing: it can only withhold or end. */
  signedInAs: string | null | undefined;
  /** Where the page stands in a trace of its own, as W3C Trace Context writes it: asked with each message. */
  traceparent?: () => string | undefined;
  open(): void;
  close(): void;
  setPageFacts(facts: PageFacts): void;
  /** Opens the chat and asks the page's method for a proof. From a click, where the method opens a window. */
  signIn(): Promise<void>;
  signOut(): Promise<void>;
}

/** What the page's method is given; it answers a code, an ID token, or null when nobody is signed in. */
export type ChatAttempt = {
  readonly attempt: string;
  readonly reason: 'first' | 'renew' | 'step-up';
  readonly issuer: string;
  /** For envelopes: the audience. */
  readonly clientId: string;
  readonly scope: string;
  readonly nonce: string;
  readonly codeChallenge?: string | undefined;
  readonly codeChallengeMethod?: 'S256' | undefined;
  readonly maxAge?: number | undefined;
  readonly acrValues?: readonly string[] | undefined;
  /** Aborted when the answer would come too late. */
  readonly signal?: AbortSignal;
};
export type ChatProof =
  | { readonly code: string; readonly redirectUri?: string; readonly iss?: string }
  | { readonly idToken: string }
  | null;

/** Events of the element, and what each tells. They bubble. */
export type CountersignChatEvents = {
  'countersign:ready': CustomEvent<Record<string, never>>;
  'countersign:verified': CustomEvent<{ readonly attempt: string | null }>;
  'countersign:refused': CustomEvent<{ readonly reason?: string; readonly attempt?: string | null }>;
  'countersign:declined': CustomEvent<Record<string, never>>;
  'countersign:signed-out': CustomEvent<Record<string, never>>;
  'countersign:sign-in': CustomEvent<Record<string, never>>;
  'countersign:message': CustomEvent<Record<string, never>>;
};
