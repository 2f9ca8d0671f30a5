export type Placed = {
  readonly index: number;
  /** How many before it are not drawn. */
  readonly missing: number;
};

/** Where those that are drawn stand among all, in their order. */
export const withGaps = (drawn: readonly number[]): readonly Placed[] =>
  drawn.map((index, place) => ({ index, missing: index - (drawn[place - 1] ?? -1) - 1 }));
