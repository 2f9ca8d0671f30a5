'use client';

import type { Trace } from '@countersign/claims';
import { useEffect, useState } from 'react';
import type { ConnectionKey } from '../chat/connection-key';
import { onOutcome } from './outcome';

/** The checks of the latest proof on this page, as the brand's backend reads them. */
export function useTrace(connection: ConnectionKey): Trace | undefined {
  const [trace, setTrace] = useState<Trace>();
  useEffect(
    () =>
      onOutcome((outcome) => {
        if (!('attempt' in outcome) || outcome.attempt === undefined) return;
        const query = new URLSearchParams({ attempt: outcome.attempt, connection });
        fetch(`/api/demo/trace?${query}`)
          // Our own backend has already parsed it.
          .then((response) => (response.ok ? (response.json() as Promise<Trace>) : undefined))
          .then(setTrace, () => setTrace(undefined));
      }),
    [connection],
  );
  return trace;
}
