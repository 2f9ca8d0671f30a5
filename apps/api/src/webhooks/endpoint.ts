import type { WebhookInput, WebhookView } from '@countersign/contracts';
import type { Place } from '../common/keyed.js';

/** Where one brand's events of some kinds go. */
export type Endpoint = WebhookInput & {
  readonly brandId: string;
  readonly id: string;
  readonly state: WebhookView['state'];
  readonly offReason: WebhookView['offReason'];
  readonly failures: number;
  readonly failingSince: Date | null;
  /** Sealed, both. */
  readonly secret: string;
  readonly formerSecret: string | null;
  readonly formerUntil: Date | null;
  readonly createdAt: Date;
};

/** Where both secrets belong: the present one becomes the former by moving over. */
export const secretPlace = (brandId: string, id: string): Place => [
  brandId,
  'webhook_endpoints',
  'secret',
  id,
];
