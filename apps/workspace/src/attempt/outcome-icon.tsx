import type { TraceStep } from '@countersign/claims';
import type { AttemptOutcome } from '@countersign/contracts';
import { Check, CircleCheck, CircleMinus, CircleX, type LucideIcon, Minus, X } from 'lucide-react';
import { classNames } from '../ui/class-names';

type Mark = { readonly icon: LucideIcon; readonly word: string; readonly tone: string };

/** A shape, a word and a colour for what became of one check. */
export const checkMarks: Record<TraceStep['outcome'], Mark> = {
  passed: { icon: Check, word: 'Passed', tone: 'text-verified-ink' },
  failed: { icon: X, word: 'Failed', tone: 'text-revoked-ink' },
  skipped: { icon: Minus, word: 'Not reached', tone: 'text-quiet' },
  not_tried: { icon: Minus, word: 'Not tried', tone: 'text-quiet' },
};

const outcomeMarks: Record<AttemptOutcome, Mark> = {
  verified: { icon: CircleCheck, word: 'Verified', tone: 'text-verified-ink' },
  declined: { icon: CircleMinus, word: 'Declined', tone: 'text-quiet' },
  rejected: { icon: CircleX, word: 'Refused', tone: 'text-revoked-ink' },
};

/** What became of a whole proof. The word stands beside it wherever it is drawn. */
export function OutcomeIcon({ outcome, size = 16 }: { outcome: AttemptOutcome; size?: number }) {
  const { icon: Icon, tone } = outcomeMarks[outcome];
  return <Icon aria-hidden size={size} strokeWidth={2.25} className={classNames('shrink-0', tone)} />;
}
