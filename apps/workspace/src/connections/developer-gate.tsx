'use client';

import { Plug } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useMe } from '../desk/desk-context';
import { develops } from '../desk/roles';
import { buttonLook } from '../ui/button';
import { Empty } from '../ui/empty';

/** The service refuses everybody else; here they are told why, and where to go. */
export function DeveloperGate({ children }: { children: ReactNode }) {
  const { agent, brand } = useMe();
  if (develops(agent)) return children;
  return (
    <main className="flex-1" data-testid="not-a-developer">
      <Empty
        level="h1"
        icon={Plug}
        title="This is for developers of the brand"
        action={
          <Link href="/conversations" className={buttonLook('plain', 'no-underline')}>
            To the queue
          </Link>
        }
      >
        Connections and traces are read by whoever {brand.name} has invited with the role developer.
      </Empty>
    </main>
  );
}
