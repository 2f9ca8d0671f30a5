import type { Trace } from '@countersign/claims';
import { useWords } from '../settings/tongue';
import { Sentence } from '../ui/sentence';
import { BothSides } from './both-sides';
import { CheckList } from './check-list';
import { Circumstances } from './circumstances';
import { Clause } from './clause';
import { Hint } from './hint';
import { OutcomeIcon } from './outcome-icon';
import { TokenShown } from './token-shown';

type Told = Omit<Trace, 'attempt'>;

function Verdict({ trace }: { trace: Told }) {
  const { connections } = useWords();
  const passed = trace.steps.filter(({ outcome }) => outcome === 'passed').length;
  const words = connections.outcome({ outcome: trace.outcome, reason: trace.reason ?? null });
  return (
    <p
      className="flex items-start gap-2 text-lg font-semibold"
      data-testid="verdict"
      data-outcome={trace.outcome}
    >
      <span className="mt-1">
        <OutcomeIcon outcome={trace.outcome} />
      </span>
      <span className="min-w-0">
        <Sentence text={trace.outcome === 'verified' ? `${words}: ${passed} checks passed.` : words} />
        {trace.reason && (
          <code className="ml-2 text-xs font-normal whitespace-nowrap text-quiet" data-testid="reason">
            {trace.reason}
          </code>
        )}
      </span>
    </p>
  );
}

/** The check it ended at, before the whole list: what was expected and seen is what most come for. */
function Stopped({ trace: { steps } }: { trace: Told }) {
  const step = steps.find(({ outcome }) => outcome === 'failed');
  if (!step || (step.expected === undefined && step.seen === undefined)) return null;
  return (
    <section aria-labelledby="stopped" data-testid="stopped">
      <h2 id="stopped" className="text-sm font-semibold">
        Where it stopped
      </h2>
      <p className="text-sm">
        <Sentence text={step.sentence} />
        {step.clause && (
          <span className="text-xs text-quiet">
            {' '}
            <Clause text={step.clause} />
          </span>
        )}
      </p>
      <BothSides step={step} />
    </section>
  );
}

/** A trace in whole: what came of it, what to do, what was checked, and what the token says. */
export function TraceReport({ trace }: { trace: Told }) {
  return (
    <div className="flex flex-col gap-4" data-testid="report">
      <Verdict trace={trace} />
      <Stopped trace={trace} />
      {trace.hint && <Hint text={trace.hint} />}
      {trace.notes.map((note) => (
        <p key={note} className="text-sm text-quiet">
          <Sentence text={note} />
        </p>
      ))}
      <Circumstances trace={trace} />
      <section aria-labelledby="checks" className="flex flex-col gap-2">
        <h2 id="checks" className="text-sm font-semibold">
          Every check, in order
        </h2>
        <CheckList steps={trace.steps} />
      </section>
      {trace.token && <TokenShown token={trace.token} believed={trace.outcome === 'verified'} />}
    </div>
  );
}
