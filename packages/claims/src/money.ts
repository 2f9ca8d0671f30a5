import type { Money } from './facts/values.js';

const shape = /^(-?)(\d+)(?:\.(\d{2}))?$/;

/** In hundredths, to reckon without rounding. */
export function hundredths({ amount }: Money): bigint {
  const [, sign = '', whole = '0', part = '00'] = shape.exec(amount) ?? [];
  const value = BigInt(whole + part);
  return sign === '-' ? -value : value;
}

export function moneyFrom(value: bigint, currency: string): Money {
  const digits = String(value < 0n ? -value : value).padStart(3, '0');
  return { amount: `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency };
}

/** Undefined: amounts of several currencies have no sum. */
export function sumOf(amounts: readonly Money[]): Money | undefined {
  const [first] = amounts;
  if (!first || amounts.some(({ currency }) => currency !== first.currency)) return undefined;
  return moneyFrom(
    amounts.reduce((sum, one) => sum + hundredths(one), 0n),
    first.currency,
  );
}

/** Undefined: amounts of two currencies do not differ by an amount. */
export const differenceOf = (from: Money, to: Money): Money | undefined =>
  from.currency === to.currency ? moneyFrom(hundredths(to) - hundredths(from), to.currency) : undefined;
