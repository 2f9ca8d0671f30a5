'use client';

import type { ConversationSummary } from '@countersign/contracts';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useParams } from 'next/navigation';
import { Fragment, type RefObject, useCallback, useEffect } from 'react';
import { useMe } from '../desk/desk-context';
import { QueueRow } from './queue-row';
import { withGaps } from './with-gaps';

/** Every row is as high as every other, whatever it says: so places are known without measuring. */
export const ROW = 78;
/** The heading of a section, which stays in sight over its rows. */
export const HEADING = 25;
const rowHeight = () => ROW;
const asHighAsAll = { height: ROW };
const BEYOND_SIGHT = 4;
/** A list as short as this is drawn whole: the browser finds words in it. */
const DRAWN_WHOLE = 100;

type Props = {
  readonly rows: readonly ConversationSummary[];
  readonly label: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** How far below the beginning of what scrolls the first row stands. */
  readonly offset: number;
  /** How many there are, where not all of them are here. */
  readonly total?: number;
  /** The one row that Tab leads to. */
  readonly stop: string | undefined;
  /** The one that gets the focus, wherever it stands; told when it has it. */
  readonly wanted: string | null;
  readonly onReached: () => void;
  readonly onNearEnd?: (() => void) | undefined;
};

/** Those in sight, a few beyond, and the one that has or gets the focus. */
const drawn = (range: Range, kept: readonly number[]): number[] =>
  [...new Set([...defaultRangeExtractor(range), ...kept.filter((index) => index >= 0)])].sort(
    (one, other) => one - other,
  );

/**
 * A list of which only those rows are drawn that can be seen. To assistive technology it is as long as it is. The rows stand
 * one after the other, and what is missing before one is a gap. Moved to its place by a style of its own, each row took
 * Chromium longer to style than the one before, the more had passed by, until memory was swept.
 */
export function VirtualRows({
  rows,
  label,
  scroller,
  offset,
  total,
  stop,
  wanted,
  onReached,
  onNearEnd,
}: Props) {
  const { id: current } = useParams<{ id?: string }>();
  const me = useMe().agent.id;
  const placeOf = (id: string | undefined | null) => (id ? rows.findIndex((row) => row.id === id) : -1);
  const [stopAt, wantedAt] = [placeOf(stop), placeOf(wanted)];
  // The same functions while nothing has changed: otherwise every place is reckoned anew at every frame.
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  const drawnOf = useCallback((range: Range) => drawn(range, [stopAt, wantedAt]), [stopAt, wantedAt]);
  const scrollerOf = useCallback(() => scroller.current, [scroller]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: scrollerOf,
    estimateSize: rowHeight,
    overscan: rows.length <= DRAWN_WHOLE ? DRAWN_WHOLE : BEYOND_SIGHT,
    scrollMargin: offset,
    scrollPaddingStart: HEADING,
    getItemKey: keyOf,
    rangeExtractor: drawnOf,
  });
  useEffect(() => {
    const index = wanted === null ? -1 : rows.findIndex((row) => row.id === wanted);
    if (index < 0) return;
    onReached();
    document.querySelector<HTMLElement>(`[data-conversation="${wanted}"]`)?.focus({ preventScroll: true });
    virtual.scrollToIndex(index, { align: 'auto' });
  }, [wanted, rows, virtual, onReached]);
  const placed = withGaps(virtual.getVirtualItems().map(({ index }) => index));
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => {
    if (last >= rows.length - BEYOND_SIGHT) onNearEnd?.();
  }, [last, rows.length, onNearEnd]);
  return (
    <ul aria-label={label} className="list-none p-0" style={{ height: rows.length * ROW }}>
      {placed.map(({ index, missing }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <Fragment key={row.id}>
            {missing > 0 && <li aria-hidden style={{ height: missing * ROW }} />}
            <li
              aria-setsize={total ?? rows.length}
              aria-posinset={index + 1}
              className="contain-strict"
              style={asHighAsAll}
            >
              <QueueRow
                row={row}
                current={row.id === current}
                mine={row.agent?.id === me}
                isStop={row.id === stop}
                atOnce={row.id === wanted}
              />
            </li>
          </Fragment>
        );
      })}
    </ul>
  );
}
