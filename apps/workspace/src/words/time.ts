export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const since = (from: string, to: number) => to - Date.parse(from);

const localDay = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
};

export const isSameDay = (one: number, other: number): boolean => localDay(one) === localDay(other);

export const sameDay = (one: string, other: string): boolean => isSameDay(Date.parse(one), Date.parse(other));

/** Whole days from today to a calendar date; negative when it has passed. */
export function daysUntil(date: string, now: number): number {
  const today = new Date(now);
  const start = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((Date.parse(`${date}T00:00:00Z`) - start) / DAY);
}
