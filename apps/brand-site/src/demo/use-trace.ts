'use client';

import type { Trace } from '@countersign/claims';
import { useEffect, useState } from 'react';
import type { ConnectionKey } from '../chat/connection-key';
import { onOutcome } from './outcome';

/** The checks of the latest proof on this page, as the brand's backend reads them. */
export function useTrace(connection: ConnectionKey): Trace | undefined {
  const [trace, setTrace] = useState<Trace>();
  useEffect(() => {
    let latest = 0;
    return onOutcome((outcome) => {
      if (!('attempt' in outcome) || outcome.attempt === undefined) return;
      const query = new URLSearchParams({ attempt: outcome.attempt, connection });
      // Of two proofs in one moment the answer of the earlier may come last.
      latest += 1;
      const turn = latest;
      const show = (read: Trace | undefined) => turn === latest && setTrace(read);
      fetch(`/api/demo/trace?${query}`)
        // Our own backend has already parsed it.
        .then((response) => (response.ok ? (response.json() as Promise<Trace>) : undefined))
        .then(show, () => show(undefined));
    });
  }, [connection]);
  return trace;
}
