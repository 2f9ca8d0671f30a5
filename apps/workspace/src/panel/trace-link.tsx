'use client';

import Link from 'next/link';
import { useMe } from '../desk/desk-context';
import { develops } from '../desk/roles';
import { useWords } from '../settings/tongue';

/** From a proof to its trace; for developers, who may read it. */
export function TraceLink({ attempt, label }: { attempt: string | null; label?: string }) {
  const { panel } = useWords();
  const { agent } = useMe();
  if (!attempt || !develops(agent)) return null;
  return (
    <Link href={`/attempts/${attempt}`} prefetch={false} data-testid="to-trace" className="font-medium">
      {label ?? panel.whyRefused}
    </Link>
  );
}
