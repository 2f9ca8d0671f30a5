import type { Money } from '@countersign/claims';

const KIB = 1_024;

/** To build a formatter takes sixty times as long as to format: each is built once, when it is first asked for. */
function once<Value>(build: () => Value): () => Value {
  let built: Value | undefined;
  return () => {
    built ??= build();
    return built;
  };
}

const datesIn = (locale: string) => (options: Intl.DateTimeFormatOptions) => {
  const format = once(() => new Intl.DateTimeFormat(locale, options));
  return (at: string) => format().format(new Date(at));
};

const numbersIn = (locale: string) => (options?: Intl.NumberFormatOptions) => {
  const format = once(() => new Intl.NumberFormat(locale, options));
  return (value: number) => format().format(value);
};

const unitsOf = (named: 'kilobyte' | 'megabyte'): Intl.NumberFormatOptions => ({
  style: 'unit',
  unit: named,
  maximumFractionDigits: 1,
});

/** A currency with Latin letters reads UK£ also from right to left, and not £UK. */
const inOrder = (currency: string) => (/\p{L}/u.test(currency) ? `\u2068${currency}\u2069` : currency);

/** Dates, amounts and numbers as people of this locale write them. */
export function formatsOf(locale: string) {
  const dates = datesIn(locale);
  const numbers = numbersIn(locale);
  const calendar = dates({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const shortCalendar = dates({ day: 'numeric', month: 'short', timeZone: 'UTC' });
  const [kilobytes, megabytes] = [numbers(unitsOf('kilobyte')), numbers(unitsOf('megabyte'))];
  return {
    number: numbers(),
    /** Of a share, between 0 and 1. */
    percent: numbers({ style: 'percent' }),
    clock: dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    dateTime: dates({ dateStyle: 'medium', timeStyle: 'short' }),
    /** To the second and with the zone: for those who compare clocks. */
    exactly: dates({ dateStyle: 'medium', timeStyle: 'long' }),
    day: dates({ weekday: 'long', day: 'numeric', month: 'long' }),
    /** A calendar date has no zone: reading it as an instant would move it by a day west of Greenwich. */
    calendar: (date: string) => calendar(`${date}T00:00:00Z`),
    shortCalendar: (date: string) => shortCalendar(`${date}T00:00:00Z`),
    /** How large a file is, as people say it. */
    size: (bytes: number) =>
      bytes < KIB * KIB ? kilobytes(Math.max(1, Math.round(bytes / KIB))) : megabytes(bytes / KIB / KIB),
    /** The amount goes to Intl as the decimal string it is: through a number, large amounts would lose cents. */
    money: ({ amount, currency }: Money) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency })
        .formatToParts(amount as `${number}`)
        .map(({ type, value }) => (type === 'currency' ? inOrder(value) : value))
        .join(''),
  };
}
export type Formats = ReturnType<typeof formatsOf>;
