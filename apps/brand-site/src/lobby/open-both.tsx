'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { openDesk } from './open-desk';

type Props = { readonly shop: string; readonly desk: string; readonly label: string };

/** One click: this window becomes the shop with a customer signed in, the agent's window opens beside it. */
export function OpenBoth({ shop, desk, label }: Props) {
  const [blocked, setBlocked] = useState(false);
  const open = () => {
    if (!openDesk()) return setBlocked(true);
    location.assign(shop);
  };
  return (
    <div>
      <button
        type="button"
        onClick={open}
        className="inline-flex h-11 items-center gap-2 rounded-control bg-accent px-5 text-lg font-semibold text-on-accent transition-colors hover:bg-accent-hover"
      >
        {label}
        <ArrowRight className="size-4.5" aria-hidden="true" />
      </button>
      {blocked ? (
        <p role="alert" className="mt-2 max-w-md text-base text-quiet">
          The browser held back the agent’s window. Open{' '}
          <a href={desk} target="countersign-workspace" className="underline">
            the workspace
          </a>{' '}
          first, then{' '}
          <a href={shop} className="underline">
            the shop
          </a>
          .
        </p>
      ) : null}
    </div>
  );
}
