import type { Speech } from '../speech';
import { DAY, HOUR, isSameDay, MINUTE, since } from '../time';

type English = Speech<'one' | 'other'>;

/** How long, how long ago, and how much is left. */
export function time({ count, number, dateTime, day }: English) {
  /** In the fewest words: "just now" is not a length, so a short wait reads "under a minute". */
  function length(milliseconds: number): string {
    if (milliseconds < MINUTE) return 'under a minute';
    if (milliseconds < HOUR) return `${number(Math.floor(milliseconds / MINUTE))} min`;
    if (milliseconds >= DAY) return count(Math.floor(milliseconds / DAY), { one: '# day', other: '# days' });
    const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
    const hours = `${number(Math.floor(milliseconds / HOUR))} h`;
    return minutes === 0 ? hours : `${hours} ${number(minutes)} min`;
  }
  return {
    length,
    /** The same for a narrow column: `<1 min`. */
    waited(from: string, now: number): string {
      const milliseconds = Math.max(0, since(from, now));
      if (milliseconds < MINUTE) return '<1 min';
      if (milliseconds < HOUR || milliseconds >= DAY) return length(milliseconds);
      return `${number(Math.floor(milliseconds / HOUR))} h`;
    },
    /** Relative under a day, absolute after it. */
    ago(at: string, now: number): string {
      const milliseconds = since(at, now);
      if (milliseconds < MINUTE) return 'just now';
      return milliseconds < DAY ? `${length(milliseconds)} ago` : dateTime(at);
    },
    /** What is left until then; counted in seconds at the end, so that a reader sees it run. */
    left(until: string, now: number): string | null {
      const milliseconds = -since(until, now);
      if (milliseconds <= 0) return null;
      return milliseconds < 2 * MINUTE
        ? `${number(Math.ceil(milliseconds / 1000))} s left`
        : `${length(milliseconds)} left`;
    },
    /** The heading over a day's messages. */
    dayName(at: string, now: number): string {
      if (isSameDay(Date.parse(at), now)) return 'Today';
      return isSameDay(Date.parse(at), now - DAY) ? 'Yesterday' : day(at);
    },
  };
}
