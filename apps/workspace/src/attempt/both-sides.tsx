import type { TraceStep } from '@countersign/claims';
import { ToldText } from '../ui/told-text';

function Side({ term, text }: { term: string; text: string | undefined }) {
  return (
    <div className="min-w-0 flex-1 rounded-control border border-line bg-surface px-2.5 py-1.5">
      <dt className="text-xs font-medium text-quiet">{term}</dt>
      <dd className="font-mono text-xs leading-5" data-testid={term.toLowerCase()}>
        {text === undefined ? <span className="text-quiet">nothing</span> : <ToldText text={text} />}
      </dd>
    </div>
  );
}

/** What was expected and what came, side by side, so that letters can be compared. */
export function BothSides({ step }: { step: Pick<TraceStep, 'expected' | 'seen'> }) {
  if (step.expected === undefined && step.seen === undefined) return null;
  return (
    <dl className="mt-2 flex flex-col gap-2 pane:flex-row">
      <Side term="Expected" text={step.expected} />
      <Side term="Seen" text={step.seen} />
    </dl>
  );
}
