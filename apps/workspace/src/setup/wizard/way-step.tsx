'use client';

import { type FormEvent, useId } from 'react';
import { useWords } from '../../settings/tongue';
import { Button } from '../../ui/button';
import { classNames } from '../../ui/class-names';
import { Pill } from '../../ui/pill';
import type { StepProps } from './wizard';

const QUICKEST = 'window';
const ways = [QUICKEST, 'page-code', 'envelope'] as const satisfies readonly StepProps['draft']['way'][];

/** Which flow, in which window, told by what there is to do. */
export function WayStep({ draft, change, go }: StepProps) {
  const { wizard } = useWords();
  const group = useId();
  const chosen = draft.way ?? QUICKEST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go('register', {
      way: chosen,
      ...(chosen === 'envelope' ? { keysBy: 'pasted' } : { keysBy: 'discovery' }),
    });
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={submit}>
      <fieldset className="m-0 flex flex-col gap-2 border-0 p-0">
        <legend className="mb-2 p-0 text-lg font-semibold">{wizard.how}</legend>
        {ways.map((way) => (
          <label
            key={way}
            className={classNames(
              'flex cursor-pointer gap-3 rounded-card border p-3',
              chosen === way ? 'border-accent bg-accent-bg' : 'border-line hover:bg-hover',
            )}
          >
            <input
              type="radio"
              name={group}
              value={way}
              checked={chosen === way}
              data-testid={`way-${way}`}
              onChange={() => change({ way })}
              className="mt-1 size-4 shrink-0 accent-(--cs-accent)"
            />
            <span className="min-w-0">
              <span className="flex flex-wrap items-center gap-2 text-base font-medium">
                {wizard.ways[way].title}
                {way === QUICKEST && <Pill tone="accent">{wizard.quickest}</Pill>}
              </span>
              <span className="block text-sm">{wizard.ways[way].text}</span>
              <span className="block text-xs text-quiet">{wizard.ways[way].needs}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <Button kind="primary" type="submit" data-testid="continue">
          {wizard.continue}
        </Button>
      </div>
    </form>
  );
}
