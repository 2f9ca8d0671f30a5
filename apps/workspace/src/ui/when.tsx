'use client';

import { ago, clock, exactly } from '../words/time';
import { useNow } from './now';

/** A moment: relative under a day, the exact time on hover. */
export function Ago({ at }: { at: string }) {
  const now = useNow(15_000);
  return (
    <time dateTime={at} title={exactly(at)} className="tabular-nums">
      {ago(at, now)}
    </time>
  );
}

export function Clock({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactly(at)} className="tabular-nums">
      {clock(at)}
    </time>
  );
}
