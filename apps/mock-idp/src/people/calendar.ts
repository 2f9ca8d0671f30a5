/** The month the cast was written in: its open bills are due at the end of it, or later. */
const WRITTEN = { year: 2026, month: 11 } as const;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const pad = (value: number): string => String(value).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

type Month = { readonly year: number; readonly month: number };

function later({ year, month }: Month, months: number): Month {
  const all = year * 12 + month - 1 + months;
  return { year: Math.floor(all / 12), month: (all % 12) + 1 };
}

/** The end of a month stays the end of one; a day that the other month has not is its last. */
function shifted(text: string, months: number): string {
  const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (date) {
    const from = { year: Number(date[1]), month: Number(date[2]) };
    const { year, month } = later(from, months);
    if (date[3] === undefined) return `${year}-${pad(month)}`;
    const isLast = Number(date[3]) === lastDay(from.year, from.month);
    const day = isLast ? lastDay(year, month) : Math.min(Number(date[3]), lastDay(year, month));
    return `${year}-${pad(month)}-${pad(day)}`;
  }
  const [name = '', year = ''] = text.split(' ');
  const index = MONTHS.indexOf(name as (typeof MONTHS)[number]);
  if (index < 0 || !/^\d{4}$/.test(year)) return text;
  const moved = later({ year: Number(year), month: index + 1 }, months);
  return `${MONTHS[moved.month - 1]} ${moved.year}`;
}

function walk(value: unknown, months: number): unknown {
  if (typeof value === 'string') return shifted(value, months);
  if (Array.isArray(value)) return value.map((one) => walk(one, months));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, months)]));
}

/** What a brand says of somebody, as it would say it this month: a bill that was open is open, and not long overdue. */
export function thisMonth<Claims extends Readonly<Record<string, unknown>>>(
  claims: Claims,
  today: Date,
): Claims {
  const months = (today.getUTCFullYear() - WRITTEN.year) * 12 + (today.getUTCMonth() + 1 - WRITTEN.month);
  const billing = 'billing' in claims ? { billing: walk(claims['billing'], months) } : {};
  return { ...claims, ...billing };
}
