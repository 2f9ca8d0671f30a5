'use client';

import { useEffect } from 'react';
import { say } from './say';

/** Tells the chat what the visitor is looking at. The agent sees it as the page's word, not as a proof. */
export function PageFacts({ viewing, cart }: { viewing: string; cart?: string }) {
  useEffect(() => say(cart === undefined ? { viewing } : { viewing, cart }), [viewing, cart]);
  return null;
}
