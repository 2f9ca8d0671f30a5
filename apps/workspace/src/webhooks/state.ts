import type { DeliveryView, WebhookView } from '@countersign/contracts';

/** As a row shows it: one that waits after a bad answer is tried again. */
export const shownState = ({ state, attempts }: Pick<DeliveryView, 'state' | 'attempts'>) =>
  state === 'waiting' && attempts > 0 ? 'retrying' : state;

/** What is wrong with an endpoint; null: nothing. */
export function endpointTrouble({ state, offReason }: Pick<WebhookView, 'state' | 'offReason'>) {
  if (state === 'on') return null;
  if (state === 'failing') return 'failing';
  return offReason === 'gone' || offReason === 'failed_for_days' ? offReason : 'off';
}
