'use client';

import {
  getCodeByPopup,
  getProofFromBackend,
  type PageAttempt,
  type PageProof,
} from '@countersign/brand-kit/page';
import { useEffect } from 'react';
import { tampered } from '../demo/tamper';

declare global {
  interface Window {
    /** The chat calls it when it needs a proof of who is signed in. */
    getChatProof?: (attempt: PageAttempt) => Promise<PageProof>;
  }
}

export type ProofWay =
  | { readonly kind: 'backend' }
  | { readonly kind: 'popup'; readonly authorizationEndpoint: string; readonly loginHint?: string };

/** The page's method: by a window of Google's, or by our own backend. */
export function ProofMethod({ way, demo }: { way: ProofWay; demo: boolean }) {
  const endpoint = way.kind === 'popup' ? way.authorizationEndpoint : undefined;
  const loginHint = way.kind === 'popup' ? way.loginHint : undefined;
  useEffect(() => {
    const method = endpoint
      ? getCodeByPopup({
          authorizePath: '/chat/authorize',
          authorizationEndpoint: endpoint,
          redirectUri: `${location.origin}/chat/callback`,
          ...(loginHint ? { loginHint } : {}),
        })
      : getProofFromBackend('/api/chat-proof');
    window.getChatProof = demo ? tampered(method) : method;
  }, [endpoint, loginHint, demo]);
  return null;
}
