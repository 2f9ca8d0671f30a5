/**
 * Parses a JSON object in which no member stands twice: parsers disagree which of the two counts. Nor may one be called
 * `__proto__`: copied by assignment it would lend its members to the object without being one of them.
 * Answers undefined for anything else. Depth is bounded, so that a hostile document cannot exhaust the stack.
 */
export function parseObject(text: string): Record<string, unknown> | undefined {
  const value = readObject(text);
  return value !== undefined && isPlain(text, value) ? value : undefined;
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

/**
 * Of a text and what JSON makes of it: whether no member stands twice within its object, and nothing is deeper than the
 * limit. Each name that was written is counted, and each member that is there: where one stands twice, one is lost.
 */
export function isPlain(text: string, value: unknown): boolean {
  const written = namesIn(text);
  return written !== undefined && written === membersOf(value);
}

/** How many names stand in a text that is known to be JSON; undefined where it is too deep. */
function namesIn(text: string): number | undefined {
  let [names, depth] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfString(text, at);
    // Outside a string a colon follows a name and nothing else.
    else if (sign === COLON) names++;
    else if (sign === OPEN_OBJECT || sign === OPEN_LIST) {
      if (++depth > MAX_DEPTH) return undefined;
    } else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) depth--;
  }
  return names;
}

/** How many members there are in all. No number, where one would be a prototype. */
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let members = 0;
  if (Array.isArray(value)) for (const one of value) members += membersOf(one);
  else
    for (const [name, one] of Object.entries(value)) {
      if (name === '__proto__') return Number.NaN;
      members += 1 + membersOf(one);
    }
  return members;
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
