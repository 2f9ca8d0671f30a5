import type { Trace, TraceStep } from '@countersign/claims';
import type { ReactNode } from 'react';
import { checkMarks } from '../attempt/outcome-icon';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { Sentence } from '../ui/sentence';
import { ToldText } from '../ui/told-text';

function Detail({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[64px_1fr] gap-2">
      <dt className="text-quiet">{term}</dt>
      <dd className="min-w-0 font-mono text-[11px] leading-4 wrap-anywhere">{children}</dd>
    </div>
  );
}

function Step({ step }: { step: TraceStep }) {
  const { icon: Icon, word, tone } = checkMarks[step.outcome];
  return (
    <li
      data-testid={`check-${step.check}`}
      data-outcome={step.outcome}
      className={classNames(
        'flex gap-2 rounded-control px-1.5 py-1',
        step.outcome === 'failed' && 'bg-revoked-bg',
      )}
    >
      <Icon aria-hidden size={14} strokeWidth={2.5} className={classNames('mt-0.5 shrink-0', tone)} />
      <div className="min-w-0 flex-1 text-xs">
        <p>
          <span className="sr-only">{word}: </span>
          <Sentence text={step.sentence} />
        </p>
        {step.clause && <p className="text-[11px] leading-4 text-quiet">{step.clause}</p>}
        {(step.expected !== undefined || step.seen !== undefined) && (
          <dl className="mt-0.5">
            {step.expected !== undefined && (
              <Detail term="Expected">
                <ToldText text={step.expected} />
              </Detail>
            )}
            {step.seen !== undefined && (
              <Detail term="Seen">
                <ToldText text={step.seen} />
              </Detail>
            )}
          </dl>
        )}
      </div>
    </li>
  );
}

function Verdict({ trace }: { trace: Trace }) {
  const { identity } = useWords();
  const passed = trace.steps.filter(({ outcome }) => outcome === 'passed').length;
  const words = {
    verified: `Verified: ${passed} checks passed.`,
    declined: 'Declined: nobody signed in.',
    rejected: trace.reason ? `Refused: ${identity.refusal(trace.reason)}` : 'Refused.',
  };
  return (
    <p className="text-sm font-medium">
      <Sentence text={words[trace.outcome]} />
    </p>
  );
}

/** A trace, as it ran; in the terms of the standards, which are English. */
export function TraceView({ trace }: { trace: Trace }) {
  const { formats } = useWords();
  const flow = trace.flow === 'code' ? 'Code Flow' : 'Implicit Flow';
  return (
    <div className="flex flex-col gap-2">
      <Verdict trace={trace} />
      {trace.hint && (
        <p className="rounded-control bg-hover px-2.5 py-1.5 text-xs">
          <Sentence text={trace.hint} />
        </p>
      )}
      <ol className="-mx-1.5 flex list-none flex-col p-0">
        {trace.steps.map((step, index) => (
          <Step key={index} step={step} />
        ))}
      </ol>
      {trace.notes.map((note) => (
        <p key={note} className="text-xs text-quiet">
          <Sentence text={note} />
        </p>
      ))}
      <dl className="flex flex-col gap-0.5 border-t border-line pt-2 text-xs">
        <Detail term="Flow">
          {flow}, {trace.connection}
        </Detail>
        {trace.keyId && <Detail term="Key">{trace.keyId}</Detail>}
        <Detail term="Clock">{formats.exactly(trace.now)}</Detail>
        <Detail term="Took">{formats.number(Math.round(trace.durationMs))} ms</Detail>
        <Detail term="Attempt">{trace.attempt}</Detail>
      </dl>
    </div>
  );
}
