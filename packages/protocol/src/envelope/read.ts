import { fromBase64url } from '../bytes.js';
import { parseObject } from '../json.js';
import { type JoseHeader, joseHeader } from './header.js';

/** A token taken apart. Three parts: a JWS; five: a JWE. Its form is not judged here. */
export type Compact = {
  readonly token: string;
  readonly parts: readonly string[];
  readonly header: JoseHeader | undefined;
};

// A byte order mark is kept, and is no JSON: passed over, it would make one text of two.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a part, undefined where it is none: replaced bytes would make one text of two. RFC 8725, section 3.7. */
export function decodeText(part: string): string | undefined {
  try {
    return utf8.decode(fromBase64url(part));
  } catch {
    return undefined;
  }
}

const readHeader = (part: string): JoseHeader | undefined => {
  const header = joseHeader.safeParse(parseObject(decodeText(part) ?? ''));
  return header.success ? Object.freeze(header.data) : undefined;
};

// An issuer writes one header under all its tokens: it is read once. Strangers' headers push each other out.
const KEPT = 64;
const read = new Map<string, JoseHeader | undefined>();

function headerOf(part: string): JoseHeader | undefined {
  if (read.has(part)) return read.get(part);
  const header = readHeader(part);
  if (read.size >= KEPT) read.clear();
  read.set(part, header);
  return header;
}

export function readCompact(token: string): Compact {
  const parts = token.split('.');
  return { token, parts, header: headerOf(parts[0] ?? '') };
}
