/** Words as they are, and addresses in them. `host`: where it leads, if that is not what stands there. */
export type Piece = string | { readonly text: string; readonly href: string; readonly host: string | null };

const address = /\bhttps?:\/\/[^\s<>"'`\p{Cc}]+/giu;
/** What ends a sentence does not belong to an address in it. */
const trailing = /[.,;:!?…)\]}»”’*_]+$/;
/** Characters that are not seen, or turn what stands beside them: no address is made of them. */
const unruly = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** A bracket that was opened within it belongs to it. */
function trimmed(found: string): string {
  const end = trailing.exec(found)?.[0] ?? '';
  const text = found.slice(0, found.length - end.length);
  const missing = text.split('(').length - text.split(')').length;
  return missing > 0 && end.startsWith(')') ? text + end.slice(0, missing) : text;
}

function linkOf(text: string): Exclude<Piece, string> | undefined {
  if (unruly.test(text) || !URL.canParse(text)) return undefined;
  const { href, host, username, password, protocol } = new URL(text);
  // What stands before an `@` is no host, and is written there to look like one.
  if (!/^https?:$/.test(protocol) || username || password || !host) return undefined;
  const isShown = text.toLowerCase().startsWith(`${protocol}//${host}`);
  return { text, href, host: isShown ? null : host };
}

/** Finds the addresses in what somebody wrote. Put together again, the pieces are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const link = linkOf(trimmed(found));
    if (!link) continue;
    if (index > end) pieces.push(text.slice(end, index));
    pieces.push(link);
    end = index + link.text.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
