'use client';

import type { Colleague } from '@countersign/contracts';
import { Inbox } from 'lucide-react';
import { DutyMark } from '../duty/duty-mark';
import { useWords } from '../settings/tongue';

/** Null: back to the queue. Undefined: nobody was chosen yet. */
export type Target = Colleague | null | undefined;

const choice =
  'flex cursor-pointer items-center gap-3 rounded-control px-2 py-1.5 text-sm hover:bg-hover has-checked:bg-active';

/** Who can get it: each with whether they are there. */
export function Choices({
  targets,
  chosen,
  mayReturn,
  onChoose,
}: {
  targets: readonly Colleague[];
  chosen: Target;
  mayReturn: boolean;
  onChoose: (target: Target) => void;
}) {
  const { together } = useWords();
  return (
    <fieldset className="mt-3 min-h-0">
      <legend className="text-sm font-medium">{together.assignTo}</legend>
      <div className="mt-1 max-h-60 overflow-y-auto rounded-control border border-line p-1">
        {targets.map((one) => (
          <label key={one.id} className={choice}>
            <input
              type="radio"
              name="to"
              className="accent-(--cs-accent)"
              checked={chosen?.id === one.id}
              onChange={() => onChoose(one)}
              data-testid="assign-to"
            />
            <bdi className="min-w-0 flex-1 truncate">{one.name}</bdi>
            <DutyMark on={one.on} />
          </label>
        ))}
        {targets.length === 0 && <p className="px-2 py-1.5 text-sm text-quiet">{together.nobodyElse}</p>}
        {mayReturn && (
          <label className={choice}>
            <input
              type="radio"
              name="to"
              className="accent-(--cs-accent)"
              checked={chosen === null}
              onChange={() => onChoose(null)}
              data-testid="assign-queue"
            />
            <span className="min-w-0 flex-1">{together.toQueue}</span>
            <span className="flex items-center gap-1.5 text-xs text-quiet">
              <Inbox aria-hidden size={12} />
              {together.toQueueText}
            </span>
          </label>
        )}
      </div>
    </fieldset>
  );
}
