const LIMIT = 100;

/** A value that somebody else wrote, inside one of our sentences: short, printable ASCII, and still between its backticks. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'absent');
  const short = text.length > LIMIT ? `${text.slice(0, LIMIT - 1)}…` : text;
  const safe = [...short].map((character) =>
    /^[\x20-\x5f\x61-\x7e…]$/.test(character)
      ? character
      : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `\`${safe.join('')}\``;
}

const units = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
] as const;

const counted = (count: number, unit: string) =>
  `${count.toLocaleString('en-GB')} ${unit}${count === 1 ? '' : 's'}`;

/** A length of time to the second, and roughly where that says nothing to anybody. */
export function spell(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const [size, unit] = units.find(([one]) => whole >= one * 2) ?? [1, 'second'];
  const exact = counted(whole, 'second');
  return size === 1 ? exact : `${exact} (about ${counted(Math.round(whole / size), unit)})`;
}
