'use client';

import { useEffect } from 'react';

export type PageFactSet = Readonly<Record<string, string>>;

declare global {
  interface Window {
    /** The chat's queue: what is pushed before its script has come is read when it comes. */
    countersign?: { push(item: { pageFacts: PageFactSet }): unknown };
  }
}

/** Tells the chat what the visitor is looking at. The agent sees it as the page's word, not as a proof. */
export function PageFacts(facts: { viewing: string; cart?: string }) {
  const { viewing, cart = 'Empty' } = facts;
  useEffect(() => {
    const queue: unknown[] & Window['countersign'] = [];
    window.countersign ??= queue;
    window.countersign?.push({ pageFacts: { viewing, cart } });
  }, [viewing, cart]);
  return null;
}
