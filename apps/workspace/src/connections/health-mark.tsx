import type { ConnectionHealth } from '@countersign/contracts';
import { CircleCheck, CircleDashed, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { condition } from './condition';

type Mark = { readonly icon: LucideIcon; readonly tone: string };

const marks: Record<ReturnType<typeof condition>, Mark> = {
  silent: { icon: CircleDashed, tone: 'text-quiet' },
  well: { icon: CircleCheck, tone: 'text-verified-ink' },
  mixed: { icon: TriangleAlert, tone: 'text-conflict-ink' },
  broken: { icon: CircleX, tone: 'text-revoked-ink' },
};

/** How a connection does: a shape, a word and a colour. */
export function HealthMark({ health }: { health: ConnectionHealth }) {
  const { connections } = useWords();
  const state = condition(health);
  const { icon: Icon, tone } = marks[state];
  return (
    <span
      data-testid="health"
      data-condition={state}
      className={classNames('inline-flex items-center gap-1 text-xs font-medium whitespace-nowrap', tone)}
    >
      <Icon aria-hidden size={13} strokeWidth={2.25} className="shrink-0" />
      {connections.conditions[state]}
    </span>
  );
}
