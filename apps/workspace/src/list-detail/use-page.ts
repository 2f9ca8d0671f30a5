import { useCallback, useEffect, useState } from 'react';
import type { Answer, Trouble } from '../api/answer';
import { appendOlder, mergeLatest, type Page } from './page';

type Paged<Item extends { readonly id: string }> = {
  readonly page: Page<Item> | null;
  readonly trouble: Trouble | null;
  readonly reload: () => void;
  /** The next older ones. */
  readonly loadOlder: () => Promise<void>;
};

/** A list that grows at its top: the latest by `reload`, older ones when they are asked for. `read` is another for another list. */
export function usePage<Item extends { readonly id: string }>(
  read: (before?: string) => Promise<Answer<Page<Item>>>,
): Paged<Item> {
  const [page, setPage] = useState<Page<Item> | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const reload = useCallback(() => {
    let current = true;
    void read().then((answer) => {
      if (!current) return;
      if (answer.ok) setPage((shown) => mergeLatest(shown, answer.value));
      setTrouble(answer.ok ? null : answer.trouble);
    });
    return () => {
      current = false;
    };
  }, [read]);
  useEffect(() => {
    setPage(null);
    return reload();
  }, [reload]);
  const loadOlder = async () => {
    if (!page?.next) return;
    const answer = await read(page.next);
    if (answer.ok) setPage((shown) => (shown ? appendOlder(shown, answer.value) : answer.value));
    setTrouble(answer.ok ? null : answer.trouble);
  };
  return { page, trouble, reload, loadOlder };
}
