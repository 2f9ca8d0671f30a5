/** What no form expects, each with a name. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'a NUL': 'a\u0000b',
  'half a surrogate pair': 'a\ud83d',
  'a member of the prototype': '__proto__',
  'a constructor': 'constructor',
  'a quote and SQL': "'; DROP TABLE brands; --",
  'a way upwards': '../../etc/passwd',
  markup: '<script>alert(1)</script>',
  'ten thousand letters': 'x'.repeat(10_000),
  'no letter': '',
  'a line break': 'a\r\nset-cookie: a=b',
};

const otherShapes: readonly unknown[] = [
  ...[null, 7, -1, 0.5, 2 ** 31, Number.MAX_SAFE_INTEGER, 1e300, true],
  ...[[], [[]], {}, { toString: 'a' }],
  ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z'],
];

/** Copies of a body in which one leaf after the other is replaced. */
function spoilt(body: unknown, by: unknown): unknown[] {
  if (typeof body !== 'object' || body === null) return [by];
  const members = Object.entries(body).flatMap(([name, value]) =>
    spoilt(value, by).map((worse) => (Array.isArray(body) ? [worse] : { ...body, [name]: worse })),
  );
  return Array.isArray(body)
    ? members
    : [...members, ...(typeof by === 'string' ? [{ ...body, [by]: by }] : [])];
}

/** A body of the right form, spoilt in every place by a text. */
export const spoiltByText = (body: unknown, text: string): unknown[] => spoilt(body, text);

/** A body of the right form, spoilt as a whole and in every place by every other shape. */
export const spoiltByShapes = (body: unknown): unknown[] => [
  ...otherShapes,
  ...otherShapes.flatMap((shape) => spoilt(body, shape)),
];
