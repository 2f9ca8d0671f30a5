'use client';

import { useState } from 'react';
import { useWords } from '../settings/tongue';
import { cut, segments } from '../words/visible';
import { classNames } from './class-names';

const LIMIT = 200;

/**
 * Text that somebody else wrote: isolated, so that it cannot reorder its surroundings; clipped, so that stacked
 * marks cannot paint over them; without colour, so that no picture in it shines; and with every unseen character named.
 */
export function ToldText({
  text,
  limit = LIMIT,
  className,
}: {
  text: string;
  limit?: number;
  className?: string;
}) {
  const { formats, shell } = useWords();
  const [whole, setWhole] = useState(false);
  const { text: shown, more } = whole ? { text, more: 0 } : cut(text, limit);
  return (
    <span className={classNames('wrap-anywhere', className)}>
      <bdi className="inline-block max-w-full overflow-clip grayscale">
        {segments(shown).map(({ kind, text: part }, index) =>
          kind === 'text' ? (
            part
          ) : (
            <span
              key={index}
              className="mx-px inline-block rounded-[3px] border border-control bg-hover px-1 font-mono text-[0.8em] leading-4 whitespace-nowrap text-quiet"
            >
              {part}
            </span>
          ),
        )}
      </bdi>
      {more > 0 && (
        <>
          {'… '}
          <button
            type="button"
            onClick={() => setWhole(true)}
            className="cursor-pointer text-xs font-medium text-accent-ink underline underline-offset-2"
          >
            {shell.showAll(formats.number(more + [...shown].length))}
          </button>
        </>
      )}
    </span>
  );
}
