import type { Conversation } from './conversation.js';

/** Where a page of the queue ends: what it is ordered by, and an id where two are alike. */
export type QueuePlace = { readonly first: Date | null; readonly openedAt: Date; readonly id: string };

const SEPARATOR = '~';

/** As it travels, to be given back. */
export const placeOf = ({ state, waitingSince, endedAt, openedAt, id }: Conversation): string =>
  [(state === 'ended' ? endedAt : waitingSince)?.toISOString() ?? '', openedAt.toISOString(), id].join(
    SEPARATOR,
  );

/** Null: dates that are none. */
export function readPlace(text: string): QueuePlace | null {
  const [first = '', opened = '', id = ''] = text.split(SEPARATOR);
  const place = { first: first === '' ? null : new Date(first), openedAt: new Date(opened), id };
  const isWhole = [place.first, place.openedAt].every(
    (date) => date === null || !Number.isNaN(date.getTime()),
  );
  return isWhole ? place : null;
}
