'use client';

import { authorizePage, callbackPage } from '@countersign/brand-kit/page';
import { useEffect, useState } from 'react';

let begun = false;

/** One of the two steps of the sign-in window. Each runs once: a second run would find its request already used. */
export function PopupStep({ step }: { step: 'authorize' | 'callback' }) {
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (begun) return;
    begun = true;
    try {
      if (step === 'authorize') authorizePage();
      else setLost(callbackPage() === 'unknown');
    } catch {
      setLost(true);
    }
  }, [step]);
  return (
    <main>
      <h1 className="text-[28px]">Signing in to the chat</h1>
      {lost ? (
        <p role="alert">This window has nothing to do any more. Close it and sign in again from the chat.</p>
      ) : (
        <p role="status">One moment …</p>
      )}
    </main>
  );
}
