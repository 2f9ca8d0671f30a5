import type { Trace, TraceStep } from '@countersign/claims';
import { Check, Minus, X } from 'lucide-react';

const marks = {
  passed: { Icon: Check, words: 'Passed', colour: 'text-verified-ink' },
  failed: { Icon: X, words: 'Failed', colour: 'text-revoked-ink' },
  skipped: { Icon: Minus, words: 'Not reached', colour: 'text-quiet' },
  not_tried: { Icon: Minus, words: 'Not tried', colour: 'text-quiet' },
} as const;

function Tick({ step, index }: { step: TraceStep; index: number }) {
  const { Icon, words, colour } = marks[step.outcome];
  return (
    <li className="tour-tick flex gap-2" style={{ animationDelay: `${index * 70}ms` }}>
      <Icon className={`mt-0.5 size-3.5 shrink-0 ${colour}`} aria-label={words} />
      <span className="min-w-0 wrap-anywhere">{step.sentence}</span>
    </li>
  );
}

/** Every check of the proof, ticking in the order of the standard. */
export function Checks({ trace }: { trace: Trace }) {
  const passed = trace.steps.filter(({ outcome }) => outcome === 'passed').length;
  return (
    <section data-testid="tour-checks" className="rounded-card border border-line bg-surface px-3 py-2.5">
      <h3 className="text-sm font-semibold">
        {trace.outcome === 'verified' ? 'Verified' : `Not accepted: ${trace.reason ?? trace.outcome}`}
        <span className="font-normal text-quiet">
          {' '}
          · {passed} checks in {Math.max(1, Math.round(trace.durationMs))} ms
        </span>
      </h3>
      <ol key={trace.attempt} className="mt-1.5 grid gap-1 text-xs">
        {trace.steps.map((step, index) => (
          <Tick key={step.check} step={step} index={index} />
        ))}
      </ol>
    </section>
  );
}
