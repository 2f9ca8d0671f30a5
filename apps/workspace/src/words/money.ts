import type { Money, WayToPay } from '@countersign/claims';

/** The amount goes to Intl as the decimal string it is: through a number, large amounts would lose cents. */
export const moneyOf = ({ amount, currency }: Money, locale?: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount as `${number}`);

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
