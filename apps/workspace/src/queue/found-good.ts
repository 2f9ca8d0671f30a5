import type { RatingFigures } from '@countersign/contracts';

/** The share of those who said so who found it good or very good. Undefined: nobody has said. */
export function foundGood({ rated, scores }: Pick<RatingFigures, 'rated' | 'scores'>): number | undefined {
  const [, , , good = 0, veryGood = 0] = scores;
  return rated === 0 ? undefined : (good + veryGood) / rated;
}
