/** What the chat hands the page's method. */
export type PageAttempt = {
  attempt: string;
  reason: 'first' | 'renew' | 'step-up';
  issuer: string;
  clientId: string;
  scope: string;
  nonce: string;
  codeChallenge?: string;
  codeChallengeMethod?: 'S256';
  maxAge?: number;
  acrValues?: string[];
  signal?: AbortSignal;
};

/** Null: the consumer declined, or nobody is signed in. */
export type PageProof = { code: string; redirectUri?: string; iss?: string } | { idToken: string } | null;
