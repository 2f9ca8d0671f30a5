'use client';

import { useEffect } from 'react';
import { onArrival } from './arrival';

const patienceMs = 5_000;

/**
 * Waits until the shop has its customer, then goes to the workspace. Two people who sign in at one provider from one
 * browser in the same instant would overwrite each other's cookie there.
 */
export function DeskDoor({ to }: { to: string }) {
  useEffect(() => onArrival(patienceMs, () => location.replace(to)), [to]);
  return (
    <main className="grid min-h-dvh place-content-center gap-2 text-center">
      <h1>The agent’s desk opens in a moment</h1>
      <p className="text-quiet">
        Noor sits down as soon as Ada is in the shop.{' '}
        <a href={to} className="underline">
          Open it now
        </a>
      </p>
    </main>
  );
}
