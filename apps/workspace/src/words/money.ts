import type { Money, WayToPay } from '@countersign/claims';

/** In the smallest unit, to compare without rounding. */
function minor({ amount }: Money): bigint {
  const [whole = '0', cents = '00'] = amount.split('.');
  return BigInt(`${whole}${cents}`);
}

export const isNothing = (money: Money): boolean => minor(money) === 0n;

/** The way with the lowest fee. Fees in several currencies cannot be compared: then none is the cheapest. */
export function cheapest(ways: readonly WayToPay[]): WayToPay | undefined {
  if (new Set(ways.map(({ fee }) => fee.currency)).size !== 1) return undefined;
  return ways.reduce<WayToPay | undefined>(
    (best, way) => (best && minor(best.fee) <= minor(way.fee) ? best : way),
    undefined,
  );
}
