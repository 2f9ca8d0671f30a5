const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const between = (from: string, to: number) => to - Date.parse(from);

/** A length of time in the fewest words: "just now" is not one, so a short wait reads "under a minute". */
export function length(milliseconds: number): string {
  if (milliseconds < MINUTE) return 'under a minute';
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)} min`;
  if (milliseconds < DAY) {
    const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
    return minutes === 0
      ? `${Math.floor(milliseconds / HOUR)} h`
      : `${Math.floor(milliseconds / HOUR)} h ${minutes} min`;
  }
  const days = Math.floor(milliseconds / DAY);
  return days === 1 ? '1 day' : `${days} days`;
}

/** The same for a narrow column: `<1 min`. */
export const waited = (since: string, now: number): string => {
  const milliseconds = Math.max(0, between(since, now));
  if (milliseconds < MINUTE) return '<1 min';
  if (milliseconds < HOUR || milliseconds >= DAY) return length(milliseconds);
  return `${Math.floor(milliseconds / HOUR)} h`;
};

/** Relative under a day, absolute after it. */
export function ago(at: string, now: number, locale?: string): string {
  const milliseconds = between(at, now);
  if (milliseconds < MINUTE) return 'just now';
  if (milliseconds < DAY) return `${length(milliseconds)} ago`;
  return dateTime(at, locale);
}

/** What is left until then; counted in seconds at the end, so that a reader sees it run. */
export function left(until: string, now: number): string | null {
  const milliseconds = -between(until, now);
  if (milliseconds <= 0) return null;
  if (milliseconds < 2 * MINUTE) return `${Math.ceil(milliseconds / 1000)} s left`;
  return `${length(milliseconds)} left`;
}

const formatted = (at: string, options: Intl.DateTimeFormatOptions, locale?: string) =>
  new Intl.DateTimeFormat(locale, options).format(new Date(at));

export const clock = (at: string, locale?: string): string =>
  formatted(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, locale);

export const dateTime = (at: string, locale?: string): string =>
  formatted(at, { dateStyle: 'medium', timeStyle: 'short' }, locale);

/** To the second and with the zone: for those who compare clocks. */
export const exactly = (at: string, locale?: string): string =>
  formatted(at, { dateStyle: 'medium', timeStyle: 'long' }, locale);

/** A calendar date has no zone: reading it as an instant would move it by a day west of Greenwich. */
export const calendar = (date: string, locale?: string): string =>
  formatted(
    `${date}T00:00:00Z`,
    { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
    locale,
  );

export const shortCalendar = (date: string, locale?: string): string =>
  formatted(`${date}T00:00:00Z`, { day: 'numeric', month: 'short', timeZone: 'UTC' }, locale);

const localDay = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
};

export const sameDay = (one: string, other: string): boolean =>
  localDay(Date.parse(one)) === localDay(Date.parse(other));

/** The heading over a day's messages. */
export function dayName(at: string, now: number, locale?: string): string {
  const day = localDay(Date.parse(at));
  if (day === localDay(now)) return 'Today';
  if (day === localDay(now - DAY)) return 'Yesterday';
  return formatted(at, { weekday: 'long', day: 'numeric', month: 'long' }, locale);
}

/** Whole days from today to a calendar date; negative when it has passed. */
export function daysUntil(date: string, now: number): number {
  const today = new Date(now);
  const start = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((Date.parse(`${date}T00:00:00Z`) - start) / DAY);
}
