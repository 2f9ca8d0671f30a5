import {
  type DeliveryState,
  deliveryDetail,
  deliveryPage,
  replayed,
  testSent,
  type WebhookChange,
  type WebhookInput,
  webhookList,
  webhookMade,
  webhookView,
} from '@countersign/contracts';
import { z } from 'zod';
import { call } from './call';

/** Where the brand's events go, for developers. */
export function webhooksClient(apiUrl: string) {
  const at = (id = '', rest = '') =>
    `${apiUrl}/v1/console/webhooks${id && `/${encodeURIComponent(id)}`}${rest}`;
  return {
    list: () => call(at(), webhookList),
    make: (input: WebhookInput) => call(at(), webhookMade, 'POST', input),
    change: (id: string, wanted: WebhookChange) => call(at(id), webhookView, 'PUT', wanted),
    remove: (id: string) => call(at(id), z.null(), 'DELETE'),
    rotate: (id: string) => call(at(id, '/rotate'), webhookMade, 'POST'),
    test: (id: string) => call(at(id, '/test'), testSent, 'POST'),
    deliveries: (id: string, state?: DeliveryState, before?: string) => {
      const query = new URLSearchParams({ ...(state && { state }), ...(before && { before }) });
      return call(at(id, `/deliveries?${query}`), deliveryPage);
    },
    delivery: (id: string, delivery: string) =>
      call(at(id, `/deliveries/${encodeURIComponent(delivery)}`), deliveryDetail),
    replay: (id: string, delivery: string) =>
      call(at(id, `/deliveries/${encodeURIComponent(delivery)}/replay`), replayed, 'POST'),
    replayFailed: (id: string, since: string) => call(at(id, '/replay'), replayed, 'POST', { since }),
  };
}
