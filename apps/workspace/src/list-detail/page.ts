type Known = { readonly id: string };

/** A part of a list that grows at its top. `next`: where the part that is older begins; null: there is none. */
export type Page<Item extends Known> = { readonly items: readonly Item[]; readonly next: string | null };

/**
 * What is shown, and the latest page read anew: new ones come on top, older ones that were loaded by hand stay. Where
 * the two do not meet, what was shown is too old to stay below: a gap would look like silence.
 */
export function mergeLatest<Item extends Known>(shown: Page<Item> | null, latest: Page<Item>): Page<Item> {
  if (!shown) return latest;
  const newest = new Set(latest.items.map(({ id }) => id));
  const meets = shown.items.findLastIndex(({ id }) => newest.has(id));
  const older = meets < 0 ? [] : shown.items.slice(meets + 1);
  return older.length === 0 ? latest : { items: [...latest.items, ...older], next: shown.next };
}

export const appendOlder = <Item extends Known>(shown: Page<Item>, older: Page<Item>): Page<Item> => ({
  items: [...shown.items, ...older.items],
  next: older.next,
});
