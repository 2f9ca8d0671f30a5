'use client';

import {
  getCodeByPopup,
  getProofFromBackend,
  type PageAttempt,
  type PageProof,
} from '@countersign/brand-kit/page';
import { useEffect, useState } from 'react';
import { tampered } from '../demo/tamper';
import { watchReady } from './ready';

declare global {
  interface Window {
    /** The chat calls it when it needs a proof of who is signed in. */
    getChatProof?: (attempt: PageAttempt) => Promise<PageProof>;
  }
}

export type ProofWay =
  | { readonly kind: 'backend' }
  | { readonly kind: 'popup'; readonly authorizationEndpoint: string; readonly loginHint?: string };

type Props = { readonly way: ProofWay; readonly demo: boolean; readonly children: React.ReactNode };

/**
 * The page's method: by a window of Google's, or by our own backend. The chat stands on the page once the method does:
 * whoever opens it at once must not find the method missing.
 */
export function ProofMethod({ way, demo, children }: Props) {
  const [ready, setReady] = useState(false);
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
    watchReady();
    setReady(true);
  }, [endpoint, loginHint, demo]);
  return ready ? children : null;
}
