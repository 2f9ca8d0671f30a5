'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';

type Props = { readonly shop: string; readonly desk: string; readonly label: string };

/** From here on the workspace shows who the customer is beside what they say, and not behind a button. */
const threePanes = 1_120;

/** The right of the screen: the agent's window beside the shop. */
function besideUs(): string {
  const width = Math.max(threePanes, Math.floor(screen.availWidth / 2));
  const left = Math.max(0, screen.availWidth - width);
  return `popup,width=${width},height=${screen.availHeight},left=${left},top=0`;
}

/** One click: this window becomes the shop with a customer signed in, the agent's window opens beside it. */
export function OpenBoth({ shop, desk, label }: Props) {
  const [blocked, setBlocked] = useState(false);
  const open = () => {
    const opened = window.open('/lobby/desk', 'countersign-workspace', besideUs());
    if (!opened) return setBlocked(true);
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
