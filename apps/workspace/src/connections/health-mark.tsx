import type { ConnectionHealth } from '@countersign/contracts';
import { CircleCheck, CircleDashed, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import { classNames } from '../ui/class-names';
import { condition } from '../words/attempts';

type Mark = { readonly icon: LucideIcon; readonly word: string; readonly tone: string };

const marks: Record<ReturnType<typeof condition>, Mark> = {
  silent: { icon: CircleDashed, word: 'No attempt yet', tone: 'text-quiet' },
  well: { icon: CircleCheck, word: 'Works', tone: 'text-verified-ink' },
  mixed: { icon: TriangleAlert, word: 'Refused some', tone: 'text-conflict-ink' },
  broken: { icon: CircleX, word: 'Refuses every proof', tone: 'text-revoked-ink' },
};

/** How a connection does: a shape, a word and a colour. */
export function HealthMark({ health }: { health: ConnectionHealth }) {
  const state = condition(health);
  const { icon: Icon, word, tone } = marks[state];
  return (
    <span
      data-testid="health"
      data-condition={state}
      className={classNames('inline-flex items-center gap-1 text-xs font-medium whitespace-nowrap', tone)}
    >
      <Icon aria-hidden size={13} strokeWidth={2.25} className="shrink-0" />
      {word}
    </span>
  );
}
