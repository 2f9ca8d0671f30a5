/**
 * Parses a JSON object in which no member stands twice: parsers disagree which of the two counts. Nor may one be called
 * `__proto__`: copied by assignment it would lend its members to the object without being one of them.
 * Answers undefined for anything else. Depth is bounded, so that a hostile document cannot exhaust the stack.
 */
export function parseObject(text: string): Record<string, unknown> | undefined {
  const value = readObject(text);
  return value !== undefined && isPlain(text) ? value : undefined;
}

/** What JSON makes of a text, if that is an object. Of a member that stands twice it takes the last. */
export function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const MAX_DEPTH = 32;
const [QUOTE, COLON, BACKSLASH] = [0x22, 0x3a, 0x5c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Walks text that is known to be JSON: no member twice within its object, no deeper than the limit. */
export function isPlain(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let string = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) {
      const end = endOfString(text, at);
      string = text.slice(at, end + 1);
      at = end;
    } else if (sign === COLON) {
      // Outside a string a colon follows a name and nothing else.
      const name = nameOf(string);
      const names = open.at(-1);
      if (names?.has(name) || name === '__proto__') return false;
      names?.add(name);
    } else if (sign === OPEN_OBJECT || sign === OPEN_LIST) {
      open.push(sign === OPEN_OBJECT ? new Set() : undefined);
      if (open.length > MAX_DEPTH) return false;
    } else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) open.pop();
  }
  return true;
}

/** Where a string that begins here ends: at the first quote with an even number of backslashes before it. */
function endOfString(text: string, begin: number): number {
  let at = begin;
  for (;;) {
    at = text.indexOf('"', at + 1);
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if (at < 0 || (at - before) % 2 === 1) return at < 0 ? text.length : at;
  }
}

// Without a backslash a name is what stands between the quotes.
const nameOf = (string: string): string =>
  string.includes('\\') ? (JSON.parse(string) as string) : string.slice(1, -1);
