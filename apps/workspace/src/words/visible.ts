/** Text as it will be drawn: plain runs, and characters nobody would see, named. */
export type Segment = { readonly kind: 'text' | 'mark'; readonly text: string };

// Controls, bidi and other format characters, separators, unpaired surrogates, private use, and letters that draw nothing.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u{115f}\u{1160}\u{2800}\u{3164}\u{ffa0}]|\u{034f}/u;

const nameOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Nothing in the answer can change the direction or the order of what stands around it. */
export function segments(text: string): Segment[] {
  if (!unseen.test(text)) return text === '' ? [] : [{ kind: 'text', text }];
  const found: Segment[] = [];
  let run = '';
  const close = () => {
    if (run) found.push({ kind: 'text', text: run });
    run = '';
  };
  for (const character of text) {
    if (!unseen.test(character)) run += character;
    else {
      close();
      found.push({ kind: 'mark', text: nameOf(character) });
    }
  }
  close();
  return found;
}

/** The first `limit` characters, counted as code points so that none is cut in two. */
export function cut(text: string, limit: number): { text: string; more: number } {
  if (text.length <= limit) return { text, more: 0 };
  const characters = [...text];
  if (characters.length <= limit) return { text, more: 0 };
  return { text: characters.slice(0, limit).join(''), more: characters.length - limit };
}
