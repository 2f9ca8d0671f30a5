import type { Fact } from '@countersign/claims';

type Members = Readonly<Record<string, unknown>>;
/** Reads one member of an engagement attribute; undefined: the catalogue says that it is no text, number or date. */
export type Reader = (value: unknown, beside: Members) => Fact['value'] | undefined;

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Reader = (value) =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

const DECIMAL = /^-?\d{1,12}(\.\d+)?$/;

export const number: Reader = (value) => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && DECIMAL.test(value) ? Number(value) : undefined;
};

/** `{day, month, year}` as a day of the calendar. */
export const date: Reader = (value) => {
  if (!isMembers(value)) return undefined;
  const [year, month, day] = [value['year'], value['month'], value['day']].map((part) => number(part, {}));
  if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') return undefined;
  const at = new Date(Date.UTC(year, month - 1, day));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return same ? at.toISOString().slice(0, 10) : undefined;
};

/** An amount in the currency that stands beside it; without one a number. No cent is rounded away. */
export const amount: Reader = (value, { currency }) => {
  const read = number(value, {});
  if (typeof read !== 'number' || typeof currency !== 'string') return read;
  const written = read.toFixed(2);
  return Number(written) === read && /^[A-Z]{3}$/.test(currency) ? { amount: written, currency } : undefined;
};
