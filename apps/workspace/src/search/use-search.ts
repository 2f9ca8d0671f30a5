import type { SearchResult } from '@countersign/contracts';
import { useEffect, useState } from 'react';
import type { Trouble } from '../api/answer';
import { searchFor } from '../api/search.client';
import { useSettings } from '../settings/settings';

/** Whoever types is asked after, and not each letter. */
const PAUSE_MS = 200;

export type Search =
  | { readonly state: 'nothing' | 'asking' }
  | { readonly state: 'found'; readonly words: string; readonly result: SearchResult }
  | { readonly state: 'failed'; readonly trouble: Trouble };

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** What was found stays in sight while the next is asked for. */
export function useSearch(words: string): Search {
  const { apiUrl } = useSettings();
  const [search, setSearch] = useState<Search>({ state: 'nothing' });
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(async () => {
      if (!hasWord(words)) return setSearch({ state: 'nothing' });
      setSearch((before) => (before.state === 'found' ? before : { state: 'asking' }));
      const answer = await searchFor(apiUrl, words);
      // An answer to what nobody asks any more.
      if (!isWanted) return;
      setSearch(
        answer.ok
          ? { state: 'found', words, result: answer.value }
          : { state: 'failed', trouble: answer.trouble },
      );
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [apiUrl, words]);
  return search;
}
