import type { DeliveryState } from '@countersign/contracts';
import { useCallback } from 'react';
import { webhooksClient } from '../api/webhooks.client';
import { usePage } from '../list-detail/use-page';
import { useSettings } from '../settings/settings';
import { useEvery } from '../ui/use-every';

const LOOK_EVERY_MS = 3_000;

/** An endpoint's events by their state: the latest by themselves, older ones when they are asked for. */
export function useDeliveries(endpoint: string, state: DeliveryState | undefined) {
  const { apiUrl } = useSettings();
  const read = useCallback(
    async (before?: string) => {
      const answer = await webhooksClient(apiUrl).deliveries(endpoint, state, before);
      return answer.ok
        ? { ...answer, value: { items: answer.value.deliveries, next: answer.value.next } }
        : answer;
    },
    [apiUrl, endpoint, state],
  );
  const paged = usePage(read);
  useEvery(LOOK_EVERY_MS, paged.reload);
  return paged;
}
