import { filled } from '@countersign/contracts';
import type { Token } from '../completing/token';
import { matches } from '../completing/token';
import type { Suggestion } from '../completing/use-completing';
import { useDeskState, useMe } from '../desk/desk-context';
import { useThread } from '../desk/use-thread';
import { useWords } from '../settings/tongue';
import { factFor } from './fact-for';

/** Fills the places of a text by what is verified of whoever is at the other end at this moment. */
export function useFill(id: string) {
  const me = useMe();
  const { formats } = useWords();
  const { panel } = useThread(id);
  const factOf = (path: string) => factFor(path, { panel, me, formats, now: Date.now() });
  return { factOf, fill: (text: string) => filled(text, factOf) };
}

/** What a slash in the composer offers: filled already, as far as it can be. */
export function useAnswers(id: string): (token: Token) => readonly Suggestion[] {
  const canned = useDeskState((desk) => desk.canned);
  const { fill } = useFill(id);
  return ({ sign, query }) =>
    sign !== '/'
      ? []
      : canned
          .filter(({ title, text }) => matches(`${title} ${text}`, query))
          .map(({ id: key, title, text }) => {
            const inserted = fill(text);
            return { key, inserted, label: title, aside: inserted };
          });
}
