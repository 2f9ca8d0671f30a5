import { useCallback, useEffect } from 'react';
import { type AttemptFilter, consoleClient } from '../api/console.client';
import { useDesk } from '../desk/desk-context';
import { usePage } from '../list-detail/use-page';
import { useSettings } from '../settings/settings';

/** A connection's attempts by a filter: the latest by themselves, older ones when they are asked for. */
export function useAttempts(connection: string, { outcome, reason }: AttemptFilter) {
  const { apiUrl } = useSettings();
  const desk = useDesk();
  const read = useCallback(
    async (before?: string) => {
      const answer = await consoleClient(apiUrl).attempts(connection, { outcome, reason }, before);
      return answer.ok
        ? { ...answer, value: { items: answer.value.attempts, next: answer.value.next } }
        : answer;
    },
    [apiUrl, connection, outcome, reason],
  );
  const paged = usePage(read);
  const { reload } = paged;
  useEffect(
    () =>
      desk.onJudged((judged) => {
        if (judged === null || judged === connection) reload();
      }),
    [desk, connection, reload],
  );
  return paged;
}
