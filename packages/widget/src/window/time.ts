import { make } from '../element.js';
import { locale, say } from '../words/index.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const formed = (at: string, form: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), form).format(new Date(at));
const ago = (value: number, unit: Intl.RelativeTimeFormatUnit, style: Intl.RelativeTimeFormatStyle): string =>
  new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style }).format(-value, unit);
/** Some languages begin a line with a capital. */
const capital = (words: string): string => words.replace(/^./u, (first) => first.toLocaleUpperCase(locale()));

const timeOf = (at: string): string => formed(at, { hour: '2-digit', minute: '2-digit' });
export const momentOf = (at: string): string => formed(at, { dateStyle: 'long', timeStyle: 'short' });

/** By the calendar of whoever reads. */
export const isSameDay = (a: string, b: string): boolean =>
  new Date(a).toDateString() === new Date(b).toDateString();
export const isSameMinute = (a: string, b: string): boolean => a.slice(0, 16) === b.slice(0, 16);

/** Today, yesterday, or its date; the year where it is another. */
export function dayOf(at: string, now = new Date()): string {
  const midnight = (moment: Date) => new Date(moment).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(now) - midnight(new Date(at))) / DAY_MS);
  if (days >= 0 && days < 2) return capital(ago(days, 'day', 'long'));
  const isThisYear = new Date(at).getFullYear() === now.getFullYear();
  return formed(at, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

/** How long ago, under a day; then the time. A clock that is a little behind sees nothing of the future. */
export function agoOf(at: string, now = Date.now()): string {
  const past = Math.max(0, now - Date.parse(at));
  if (past < MINUTE_MS) return say('now');
  if (past < HOUR_MS) return ago(Math.floor(past / MINUTE_MS), 'minute', 'short');
  return past < DAY_MS ? ago(Math.floor(past / HOUR_MS), 'hour', 'short') : timeOf(at);
}

/** Eyes see how long ago, readers hear when: what changes by the minute is read to nobody. */
export const timeView = (at: string): HTMLTimeElement =>
  make(
    'time',
    { datetime: at, title: momentOf(at) },
    make('span', { 'aria-hidden': 'true' }, agoOf(at)),
    make('span', { class: 'unseen' }, momentOf(at)),
  );

/** As time goes on. */
export function refreshTimes(root: ParentNode): void {
  for (const { dateTime, firstElementChild: seen } of root.querySelectorAll('time')) {
    const words = agoOf(dateTime);
    if (seen && seen.textContent !== words) seen.textContent = words;
  }
}
