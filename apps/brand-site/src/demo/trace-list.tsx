import type { Trace, TraceStep } from '@countersign/claims';
import { Check, Minus, X } from 'lucide-react';

const icons = { passed: Check, failed: X, skipped: Minus, not_tried: Minus } as const;
const colours = {
  passed: 'text-leaf',
  failed: 'text-rust',
  skipped: 'text-soft',
  not_tried: 'text-soft',
} as const;
const words = { passed: 'Passed', failed: 'Failed', skipped: 'Not reached', not_tried: 'Not tried' } as const;

function Step({ step, index }: { step: TraceStep; index: number }) {
  const Icon = icons[step.outcome];
  return (
    <li
      className="demo-step flex gap-2.5 py-1.5"
      // Set by script on a drawn element: the policy forbids style attributes in the page's text only.
      style={{ animationDelay: `${index * 90}ms` }}
    >
      <Icon className={`mt-0.5 size-4 shrink-0 ${colours[step.outcome]}`} aria-label={words[step.outcome]} />
      <span className={step.outcome === 'skipped' ? 'text-soft' : ''}>
        {step.sentence}
        {step.outcome === 'failed' && (step.expected || step.seen) ? (
          <span className="mt-1 block rounded-lg bg-rust-wash px-2.5 py-1.5 font-mono text-[12px] leading-4.5 wrap-anywhere text-rust">
            {step.expected ? <>expected {step.expected}</> : null}
            {step.expected && step.seen ? <br /> : null}
            {step.seen ? <>seen {step.seen}</> : null}
          </span>
        ) : null}
      </span>
    </li>
  );
}

/** A sentence in which exact words stand between backticks. */
const Hint = ({ text }: { text: string }) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));

/** Every check of the latest proof, ticking in the order they ran. */
export function TraceList({ trace }: { trace: Trace | undefined }) {
  return (
    <section aria-labelledby="demo-trace">
      <h3 id="demo-trace" className="text-[14px] font-semibold tracking-normal">
        What just happened
      </h3>
      {trace ? (
        <>
          <p className="mt-1 text-soft" role="status">
            {trace.outcome === 'verified' ? 'Verified' : `Not accepted: ${trace.reason ?? trace.outcome}`} ·{' '}
            {trace.steps.filter(({ outcome }) => outcome === 'passed').length} checks passed in{' '}
            {Math.max(1, Math.round(trace.durationMs))} ms
          </p>
          <ol key={trace.attempt} className="mt-1">
            {trace.steps.map((step, index) => (
              <Step key={step.check} step={step} index={index} />
            ))}
          </ol>
          {trace.hint ? (
            <p className="mt-1 text-soft wrap-anywhere">
              <Hint text={trace.hint} />
            </p>
          ) : null}
        </>
      ) : (
        <p className="mt-1 text-soft">
          Open the chat and sign in. Every check of the proof is listed here as it ran.
        </p>
      )}
    </section>
  );
}
