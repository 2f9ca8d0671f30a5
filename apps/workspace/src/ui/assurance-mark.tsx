import type { Assurance } from '@countersign/claims';
import { CircleCheck, CircleSlash, CircleX, Hourglass, type LucideIcon, TimerOff } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { classNames } from './class-names';
import { DashedCircle } from './dashed-circle';

type Mark = { readonly icon: LucideIcon; readonly tone: string };

/** A shape, a word and a colour, so that no one of them carries the meaning alone. The seal is not among them: it is for facts. */
const marks: Record<Assurance, Mark> = {
  anonymous: { icon: DashedCircle, tone: 'text-quiet' },
  verified: { icon: CircleCheck, tone: 'text-verified-ink' },
  due: { icon: Hourglass, tone: 'text-conflict-ink' },
  stale: { icon: TimerOff, tone: 'text-conflict-ink' },
  ended: { icon: CircleSlash, tone: 'text-quiet' },
  revoked: { icon: CircleX, tone: 'text-revoked-ink' },
};

export function AssuranceIcon({ assurance }: { assurance: Assurance }) {
  const { icon: Icon } = marks[assurance];
  return <Icon aria-hidden size={15} strokeWidth={2.25} className="shrink-0" />;
}

export function AssuranceMark({
  assurance,
  by = null,
  className,
}: {
  assurance: Assurance;
  /** Who vouches. Said wherever a name stands near, since the issuer may vouch for the account and not for the name. */
  by?: string | null;
  className?: string;
}) {
  const { identity } = useWords();
  const { icon: Icon, tone } = marks[assurance];
  return (
    <span
      data-assurance={assurance}
      className={classNames(
        'inline-flex max-w-full min-w-0 items-center gap-1 text-xs font-medium',
        tone,
        className,
      )}
    >
      <Icon aria-hidden size={13} strokeWidth={2.25} className="shrink-0" />
      <span className="truncate">{identity.markedBy(assurance, by)}</span>
    </span>
  );
}
