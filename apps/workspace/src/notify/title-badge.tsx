'use client';

import { useEffect } from 'react';
import { useDeskState, useMe } from '../desk/desk-context';
import { useWords } from '../settings/tongue';
import { unreadFor } from './news';

const badge = /^\([^)]*\) /;

/** How much waits for a look, before the title of whatever page this is: seen in the list of tabs. */
export function TitleBadge() {
  const me = useMe().agent.id;
  const count = useDeskState(({ rows }) => unreadFor(rows, me));
  const { formats } = useWords();
  useEffect(() => {
    const show = () => {
      const plain = document.title.replace(badge, '');
      const wanted = count > 0 ? `(${formats.number(count)}) ${plain}` : plain;
      if (document.title !== wanted) document.title = wanted;
    };
    show();
    // Each page brings its own title, after it has been drawn.
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = document.title.replace(badge, '');
    };
  }, [count, formats]);
  return null;
}
