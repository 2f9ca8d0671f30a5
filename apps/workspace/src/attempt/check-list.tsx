import type { TraceStep } from '@countersign/claims';
import { classNames } from '../ui/class-names';
import { Sentence } from '../ui/sentence';
import { BothSides } from './both-sides';
import { Clause } from './clause';
import { checkMarks } from './outcome-icon';

/** What stands before the last check that was asked was not needed; what stands after it was not reached. */
const lastAsked = (steps: readonly TraceStep[]): number =>
  steps.findLastIndex(({ outcome }) => outcome === 'passed' || outcome === 'failed');

function CheckRow({ step, needed }: { step: TraceStep; needed: boolean }) {
  const { icon: Icon, word: usual, tone } = checkMarks[step.outcome];
  const word = step.outcome === 'skipped' && !needed ? 'Not needed' : usual;
  const quiet = step.outcome === 'skipped' || step.outcome === 'not_tried';
  return (
    <li
      data-testid={`check-${step.check}`}
      data-outcome={step.outcome}
      className={classNames('flex gap-2.5 px-3 py-2', step.outcome === 'failed' && 'bg-revoked-bg')}
    >
      <Icon aria-hidden size={15} strokeWidth={2.5} className={classNames('mt-0.5 shrink-0', tone)} />
      <div className="min-w-0 flex-1">
        <p className={classNames('text-sm', quiet && 'text-quiet')}>
          <span className={quiet ? 'mr-1.5 text-xs' : 'sr-only'}>{word}: </span>
          <Sentence text={step.sentence} />
        </p>
        {step.clause && (
          <p className="text-xs text-quiet">
            <Clause text={step.clause} />
          </p>
        )}
        <BothSides step={step} />
      </div>
    </li>
  );
}

/** Every check in the order it was asked. What follows a failure was not reached. */
export function CheckList({ steps }: { steps: readonly TraceStep[] }) {
  const last = lastAsked(steps);
  return (
    <ol
      className="list-none divide-y divide-line overflow-hidden rounded-card border border-line bg-surface p-0"
      data-testid="checks"
    >
      {steps.map((step, index) => (
        <CheckRow key={index} step={step} needed={index > last} />
      ))}
    </ol>
  );
}
