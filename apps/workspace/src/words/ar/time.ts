import type { Words } from '../en';
import { DAY, HOUR, isSameDay, MINUTE, since } from '../time';
import type { Arabic } from './plural';

function unitsOf(count: Arabic['count']) {
  const minutesOf = (some: number) =>
    count(some, {
      zero: '# دقيقة',
      one: 'دقيقة واحدة',
      two: 'دقيقتان',
      few: '# دقائق',
      many: '# دقيقة',
      other: '# دقيقة',
    });
  const hoursOf = (some: number) =>
    count(some, {
      zero: '# ساعة',
      one: 'ساعة واحدة',
      two: 'ساعتان',
      few: '# ساعات',
      many: '# ساعة',
      other: '# ساعة',
    });
  const daysOf = (some: number) =>
    count(some, {
      zero: '# يوم',
      one: 'يوم واحد',
      two: 'يومان',
      few: '# أيام',
      many: '# يومًا',
      other: '# يوم',
    });
  return { minutesOf, hoursOf, daysOf };
}

export function time({ count, number, dateTime, day }: Arabic): Words['time'] {
  const { minutesOf, hoursOf, daysOf } = unitsOf(count);
  function length(milliseconds: number): string {
    if (milliseconds < MINUTE) return 'أقل من دقيقة';
    if (milliseconds < HOUR) return minutesOf(Math.floor(milliseconds / MINUTE));
    if (milliseconds >= DAY) return daysOf(Math.floor(milliseconds / DAY));
    const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
    const hours = hoursOf(Math.floor(milliseconds / HOUR));
    return minutes === 0 ? hours : `${hours} و${minutesOf(minutes)}`;
  }
  return {
    length,
    waited(from, now) {
      const milliseconds = Math.max(0, since(from, now));
      if (milliseconds < MINUTE) return 'أقل من دقيقة';
      if (milliseconds < HOUR) return `${number(Math.floor(milliseconds / MINUTE))} د`;
      if (milliseconds >= DAY) return length(milliseconds);
      return `${number(Math.floor(milliseconds / HOUR))} س`;
    },
    ago(at, now) {
      const milliseconds = since(at, now);
      if (milliseconds < MINUTE) return 'الآن';
      return milliseconds < DAY ? `قبل ${length(milliseconds)}` : dateTime(at);
    },
    left(until, now) {
      const milliseconds = -since(until, now);
      if (milliseconds <= 0) return null;
      return milliseconds < 2 * MINUTE
        ? `بقي ${number(Math.ceil(milliseconds / 1000))} ث`
        : `بقي ${length(milliseconds)}`;
    },
    dayName(at, now) {
      if (isSameDay(Date.parse(at), now)) return 'اليوم';
      return isSameDay(Date.parse(at), now - DAY) ? 'أمس' : day(at);
    },
  };
}
