'use client';

import type { ConversationSummary } from '@countersign/contracts';
import { useParams } from 'next/navigation';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { useWords } from '../settings/tongue';
import { focusedConversation, holdRows } from './row-list';
import { HEADING, ROW, VirtualRows } from './virtual-rows';

export type Shown = {
  readonly key: string;
  readonly title: string | null;
  readonly label: string;
  readonly rows: readonly ConversationSummary[];
  /** How many there are, where not all of them are here. */
  readonly total: number;
};

/** Which row Tab leads to: the one that had the focus last, else the open one, else the first. */
function useStop(sections: readonly Shown[]): { stop: string | undefined; onFocus: () => void } {
  const { id: current } = useParams<{ id?: string }>();
  const [focused, setFocused] = useState<string | undefined>();
  const has = (id: string | undefined) => sections.some(({ rows }) => rows.some((row) => row.id === id));
  const stop = [focused, current].find((id) => id !== undefined && has(id)) ?? sections[0]?.rows[0]?.id;
  return { stop, onFocus: () => setFocused(focusedConversation()) };
}

/** Several lists under one another in what scrolls, each with a heading that stays while its rows pass. */
export function QueueSections({
  sections,
  scroller,
  onNearEnd,
}: {
  sections: readonly Shown[];
  scroller: RefObject<HTMLDivElement | null>;
  onNearEnd?: () => void;
}) {
  const { formats } = useWords();
  const [wanted, setWanted] = useState<string | null>(null);
  const reached = useCallback(() => setWanted(null), []);
  const { stop, onFocus } = useStop(sections);
  useEffect(
    () =>
      holdRows({
        ids: () => sections.flatMap(({ rows }) => rows.map(({ id }) => id)),
        reveal: setWanted,
      }),
    [sections],
  );
  let offset = 0;
  return (
    // Where rows come and go above, what is seen stays where it scrolls: the browser is not to hold on to a row.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only remembers which row had the focus last
    <div onFocus={onFocus} className="[overflow-anchor:none]">
      {sections.map(({ key, title, label, rows, total }, index) => {
        if (title !== null) offset += HEADING;
        const begins = offset;
        offset += rows.length * ROW;
        return (
          <section key={key} aria-label={label}>
            {title !== null && (
              <h2 className="sticky top-0 z-10 flex h-[25px] items-center justify-between border-b border-line bg-ground px-4 text-xs font-semibold text-quiet">
                {title}
                <span className="tabular-nums">{formats.number(total)}</span>
              </h2>
            )}
            <VirtualRows
              rows={rows}
              label={label}
              scroller={scroller}
              offset={begins}
              total={total}
              stop={stop}
              wanted={wanted}
              onReached={reached}
              onNearEnd={index === sections.length - 1 ? onNearEnd : undefined}
            />
          </section>
        );
      })}
    </div>
  );
}
