/**
 * Parses a JSON object in which no member stands twice: parsers disagree which of the two counts. Nor may one be called
 * `__proto__`: copied by assignment it would lend its members to the object without being one of them.
 * Answers undefined for anything else. Depth is bounded, so that a hostile document cannot exhaust the stack.
 */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return isPlain(text) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const MAX_DEPTH = 32;
const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** Walks text that is known to be JSON: no member twice within its object, no deeper than the limit. */
function isPlain(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let previous = '';
  let pending: string | undefined;
  for (const [part] of text.matchAll(token)) {
    if (part === '{' || part === '[') open.push(part === '{' ? new Set() : undefined);
    else if (part === '}' || part === ']') open.pop();
    else if (part === ':' && pending !== undefined) {
      const names = open.at(-1);
      const name = JSON.parse(pending) as string;
      if (names?.has(name) || name === '__proto__') return false;
      names?.add(name);
    }
    if (open.length > MAX_DEPTH) return false;
    pending = part.startsWith('"') && (previous === '{' || previous === ',') ? part : undefined;
    previous = part;
  }
  return true;
}
