'use client';

import { variablesIn } from '@countersign/contracts';
import { CircleAlert } from 'lucide-react';
import type { RefObject } from 'react';
import { useWords } from '../settings/tongue';
import { useFill } from './use-canned';

const act =
  'cursor-pointer rounded-control px-1 font-medium text-accent-ink underline underline-offset-2 hover:bg-hover';

/**
 * Places in what is about to be sent that nothing verified fills. Each can be looked at in the field, filled once it is
 * verified, or taken out; until then nothing is sent.
 */
export function Unfilled({
  id,
  text,
  field,
  onChange,
}: {
  id: string;
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onChange: (text: string) => void;
}) {
  const { canned } = useWords();
  const { factOf } = useFill(id);
  const places = variablesIn(text);
  const replace = (from: number, to: number, by: string) => {
    onChange(text.slice(0, from) + by + text.slice(to));
    field.current?.focus();
  };
  return (
    <div role="alert" data-testid="unfilled">
      {places.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-due-ink">
          <span className="inline-flex items-center gap-1.5">
            <CircleAlert aria-hidden size={12} />
            {canned.held}
          </span>
          {places.map(({ path, from, to }) => {
            const value = factOf(path);
            return (
              <span key={from} className="inline-flex items-center gap-1">
                <button
                  type="button"
                  aria-label={canned.show(path)}
                  className="cursor-pointer rounded-control border border-dashed border-conflict-border bg-conflict-bg px-1.5 font-mono text-conflict-ink"
                  onClick={() => {
                    field.current?.focus();
                    field.current?.setSelectionRange(from, to);
                  }}
                >
                  {path}
                </button>
                {value !== undefined && (
                  <button type="button" className={act} onClick={() => replace(from, to, value)}>
                    {canned.fill}
                  </button>
                )}
                <button
                  type="button"
                  aria-label={canned.takeOutNamed(path)}
                  className={act}
                  onClick={() => replace(from, to, '')}
                >
                  {canned.takeOut}
                </button>
              </span>
            );
          })}
        </div>
      )}
    </div>
  );
}
