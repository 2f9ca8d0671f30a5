'use client';

import Link from 'next/link';
import { useMe } from '../desk/desk-context';
import { develops } from '../desk/roles';

/** From a proof that was refused to why; for developers, who may read it. */
export function TraceLink({ attempt }: { attempt: string | null }) {
  const { agent } = useMe();
  if (!attempt || !develops(agent)) return null;
  return (
    <Link href={`/attempts/${attempt}`} prefetch={false} data-testid="to-trace" className="font-medium">
      Why it was refused
    </Link>
  );
}
