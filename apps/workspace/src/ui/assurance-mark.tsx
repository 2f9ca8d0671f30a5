import type { Assurance } from '@countersign/claims';
import {
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  Hourglass,
  type LucideIcon,
  TimerOff,
} from 'lucide-react';
import { classNames } from './class-names';

type Mark = { readonly icon: LucideIcon; readonly word: string; readonly tone: string };

/** A shape, a word and a colour, so that no one of them carries the meaning alone. The seal is not among them: it is for facts. */
const marks: Record<Assurance, Mark> = {
  anonymous: { icon: CircleDashed, word: 'Anonymous', tone: 'text-quiet' },
  verified: { icon: CircleCheck, word: 'Verified', tone: 'text-verified-ink' },
  due: { icon: Hourglass, word: 'Verified, due', tone: 'text-conflict-ink' },
  stale: { icon: TimerOff, word: 'Stale', tone: 'text-conflict-ink' },
  ended: { icon: CircleSlash, word: 'Proof ended', tone: 'text-quiet' },
  revoked: { icon: CircleX, word: 'Revoked', tone: 'text-revoked-ink' },
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
  const { icon: Icon, word, tone } = marks[assurance];
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
      <span className="truncate">
        {word}
        {by && assurance === 'verified' && ` by ${by}`}
      </span>
    </span>
  );
}
