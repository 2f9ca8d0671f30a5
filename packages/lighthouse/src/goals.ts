import type { Figures } from './figures.ts';

const FULL = 100;
const MOST_TBT_MS = 20;

/** Below this a shift is a rounding of Lighthouse's own. */
const NO_SHIFT = 0.0005;

/** What was missed, in a sentence each. A score or a time that could not be had is missed too. */
export function missed(figures: Figures): readonly string[] {
  const parts = Object.values(figures);
  const scores = parts.flatMap(({ scores }) => scores);
  const low = scores.flatMap(({ page, short, ...of }) =>
    (['accessibility', 'bestPractices'] as const)
      .filter((name) => !(of[name] >= FULL))
      .map(
        (name) =>
          `${page}: ${name} is ${of[name]}, wanted ${FULL}.${short.map((why) => `\n    ${why}`).join('')}`,
      ),
  );
  const costs = parts.flatMap(({ cost }) => (cost ? [cost.delta] : []));
  const dear = costs.flatMap(({ tbt, cls }) => [
    ...(tbt <= MOST_TBT_MS
      ? []
      : [`The widget blocks the page for ${tbt} ms more, wanted at most ${MOST_TBT_MS}.`]),
    ...(Math.abs(cls) < NO_SHIFT ? [] : [`The widget shifts the page by ${cls}, wanted 0.`]),
  ]);
  return [...low, ...dear];
}
