'use client';

import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../settings/tongue';
import { useLine } from './use-thread';

const PATIENCE = 1_500;

/** Tells a break that lasts. One that is over before it is noticed is not worth a line. */
export function ConnectionBanner() {
  const { shell } = useWords();
  const line = useLine();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (line === 'live') return setShown(false);
    const timer = setTimeout(() => setShown(true), line === 'lost' ? 0 : PATIENCE);
    return () => clearTimeout(timer);
  }, [line]);
  return (
    <div role="status" data-testid="connection-banner" data-line={line}>
      {shown && (
        <p className="flex items-center justify-center gap-2 border-b border-due-border bg-due-bg px-3 py-1 text-sm text-due-ink">
          <WifiOff aria-hidden size={14} />
          {line === 'lost' ? shell.lineLost : shell.connecting}
        </p>
      )}
    </div>
  );
}
