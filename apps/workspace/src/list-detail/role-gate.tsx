'use client';

import type { AgentView } from '@countersign/contracts';
import { type LucideIcon, Plug, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMe } from '../desk/desk-context';
import { develops, leads } from '../desk/roles';
import { useWords } from '../settings/tongue';
import { DeadEnd } from '../ui/dead-end';

const gates = {
  lead: { opensFor: leads, icon: Users, testid: 'not-a-lead' },
  developer: { opensFor: develops, icon: Plug, testid: 'not-a-developer' },
} as const satisfies Record<
  string,
  { opensFor: (agent: AgentView['agent']) => boolean; icon: LucideIcon; testid: string }
>;

/** The service refuses everybody else; here they are told why, and where to go. */
export function RoleGate({ needs, children }: { needs: keyof typeof gates; children: ReactNode }) {
  const { agent, brand } = useMe();
  const { shell } = useWords();
  const { opensFor, icon, testid } = gates[needs];
  if (opensFor(agent)) return children;
  const { title, text } = shell.gates[needs];
  return (
    <main className="flex-1">
      <DeadEnd icon={icon} testid={testid} title={title} to="/conversations" toLabel={shell.toQueue}>
        {text(brand.name)}
      </DeadEnd>
    </main>
  );
}
