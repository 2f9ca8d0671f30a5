import type { Money } from '@countersign/claims';

export const pounds = (pence: number): Money => ({ amount: (pence / 100).toFixed(2), currency: 'GBP' });

export const pence = ({ amount }: Money): number => Math.round(Number(amount) * 100);

/** `£28` where there are no pence, `£28.50` where there are; `full` always writes them, for columns. */
export function showMoney({ amount, currency }: Money, form: 'short' | 'full' = 'short'): string {
  const whole = form === 'short' && /^-?\d+(\.00)?$/.test(amount);
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: whole ? 0 : 2,
  }).format(Number(amount));
}

export const showDate = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
