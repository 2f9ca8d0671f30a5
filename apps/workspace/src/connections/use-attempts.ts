import type { AttemptPage } from '@countersign/contracts';
import { useCallback, useEffect, useState } from 'react';
import type { Trouble } from '../api/answer';
import { type AttemptFilter, consoleClient } from '../api/console.client';
import { useDesk } from '../desk/desk-context';
import { useSettings } from '../settings/settings';
import { appendOlder, mergeLatest } from './merge-attempts';

type Attempts = {
  readonly page: AttemptPage | null;
  readonly trouble: Trouble | null;
  readonly reload: () => void;
  /** The next older ones. */
  readonly loadOlder: () => Promise<void>;
};

/** A connection's attempts by a filter: the latest by themselves, older ones when they are asked for. */
export function useAttempts(connection: string, { outcome, reason }: AttemptFilter): Attempts {
  const { apiUrl } = useSettings();
  const desk = useDesk();
  const [page, setPage] = useState<AttemptPage | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const read = useCallback(
    (before?: string) => consoleClient(apiUrl).attempts(connection, { outcome, reason }, before),
    [apiUrl, connection, outcome, reason],
  );
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
  useEffect(
    () =>
      desk.onJudged((judged) => {
        if (judged === null || judged === connection) reload();
      }),
    [desk, connection, reload],
  );
  const loadOlder = async () => {
    if (!page?.next) return;
    const answer = await read(page.next);
    if (answer.ok) setPage((shown) => (shown ? appendOlder(shown, answer.value) : answer.value));
    setTrouble(answer.ok ? null : answer.trouble);
  };
  return { page, trouble, reload, loadOlder };
}
