'use client';

import { useWords } from '../settings/tongue';
import { useNow } from './now';

/** A moment: relative under a day, the exact time on hover. */
export function Ago({ at }: { at: string }) {
  const { formats, time } = useWords();
  const now = useNow(15_000);
  return (
    <time dateTime={at} title={formats.exactly(at)} className="tabular-nums">
      {time.ago(at, now)}
    </time>
  );
}

export function Clock({ at }: { at: string }) {
  const { formats } = useWords();
  return (
    <time dateTime={at} title={formats.exactly(at)} className="tabular-nums">
      {formats.clock(at)}
    </time>
  );
}
