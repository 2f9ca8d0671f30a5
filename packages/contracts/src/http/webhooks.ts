import { z } from 'zod';
import { id, moment } from '../names.js';

/** All that is told, and when. The names are stable. */
export const webhookTypes = {
  'conversation.opened': 'A consumer wrote their first line.',
  'conversation.taken': 'An agent took the conversation.',
  'conversation.transferred': 'It went to another agent, or back to the queue.',
  'conversation.ended': 'Consumer or agent ended it.',
  'consumer.verified': 'A proof showed who a consumer is.',
  'consumer.signed_out': 'A consumer was signed out, by themselves, your backend, your provider or a lead.',
  'assurance.changed': 'How sure we are of a consumer changed: verified, stale, ended or revoked.',
  'facts.changed': 'A proof or your backend told verified facts anew.',
  'card.changed': 'A card was proposed, answered, carried out, or stands no more.',
  'consumer.erased': 'All that was known of a consumer is gone.',
  'message.created': 'Somebody said something. There are many of these.',
} as const satisfies Record<string, string>;
export type WebhookType = keyof typeof webhookTypes;
export const webhookType = z.enum(Object.keys(webhookTypes) as [WebhookType, ...WebhookType[]]);

/** So many endpoints a brand may have. */
export const WEBHOOKS_LIMIT = 10;
/** How many days events and attempts to deliver them are kept. */
export const WEBHOOK_LOG_DAYS = 14;

/** What its owner says of an endpoint. */
export const webhookInput = z.strictObject({
  /** `https`, and an address of the open internet. */
  url: z.string().min(1).max(2_000),
  description: z.string().max(200).default(''),
  types: z.array(webhookType).min(1),
  /** Values of facts go along with `facts.changed`, and what a card says with `card.changed`; without it names, provenance and states. */
  facts: z.boolean().default(false),
  /** What was said goes along with `message.created`. */
  texts: z.boolean().default(false),
});
export type WebhookInput = z.output<typeof webhookInput>;
export const webhookChange = webhookInput.extend({ on: z.boolean() });
export type WebhookChange = z.output<typeof webhookChange>;

/** `failing`: the last attempts went wrong, and it is tried on. */
export const webhookState = z.enum(['on', 'failing', 'off']);
/** Who or what turned it off: somebody, a `410` of its own, or days without one good answer. */
export const webhookOffReason = z.enum(['by_hand', 'gone', 'failed_for_days']);

export const webhookView = z.strictObject({
  id,
  url: z.string(),
  description: z.string(),
  types: z.array(webhookType),
  facts: z.boolean(),
  texts: z.boolean(),
  state: webhookState,
  offReason: webhookOffReason.nullable(),
  failingSince: z.iso.datetime().nullable(),
  /** Until when the secret before signs besides; null: there is one secret. */
  formerUntil: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  /** Of the last 24 hours, and what waits now. */
  counts: z.strictObject({
    delivered: z.number().int(),
    waiting: z.number().int(),
    givenUp: z.number().int(),
  }),
});
export type WebhookView = z.infer<typeof webhookView>;
export const webhookList = z.strictObject({ endpoints: z.array(webhookView) });
export type WebhookList = z.infer<typeof webhookList>;

/** The secret stands here and nowhere else: it is not shown again. */
export const webhookMade = z.strictObject({ endpoint: webhookView, secret: z.string() });
export type WebhookMade = z.infer<typeof webhookMade>;

export const deliveryState = z.enum(['waiting', 'delivered', 'given_up']);
export type DeliveryState = z.infer<typeof deliveryState>;
/** What became of one try. */
export const attemptResult = z.enum([
  'delivered',
  'refused',
  'redirected',
  'gone',
  'timeout',
  'unreachable',
  'address_forbidden',
  'headers_too_large',
]);
export type AttemptResult = z.infer<typeof attemptResult>;

export const deliveryView = z.strictObject({
  /** `webhook-id`: the same for each try. */
  id,
  type: z.string(),
  at: z.iso.datetime(),
  state: deliveryState,
  attempts: z.number().int(),
  /** When it is tried next; null: not at all. */
  nextAt: z.iso.datetime().nullable(),
  conversation: id.nullable(),
  consumer: id.nullable(),
  last: z.strictObject({ status: z.number().int().nullable(), outcome: attemptResult }).nullable(),
});
export type DeliveryView = z.infer<typeof deliveryView>;
export const deliveryQuery = z.object({
  state: deliveryState.optional(),
  type: z.string().max(40).optional(),
  before: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const deliveryPage = z.strictObject({ deliveries: z.array(deliveryView), next: id.nullable() });
export type DeliveryPage = z.infer<typeof deliveryPage>;

export const deliveryAttempt = z.strictObject({
  id,
  at: z.iso.datetime(),
  durationMs: z.number().int(),
  status: z.number().int().nullable(),
  outcome: attemptResult,
  /** The first kilobyte of what was answered, with what looks like a secret taken out. */
  answer: z.string(),
  /** Asked for by somebody, and not by the schedule. */
  replayed: z.boolean(),
});
export type DeliveryAttempt = z.infer<typeof deliveryAttempt>;
export const deliveryDetail = z.strictObject({
  delivery: deliveryView,
  attempts: z.array(deliveryAttempt),
  /** What would be sent now: of facts and texts what the endpoint may have, and what holds. */
  body: z.string(),
});
export type DeliveryDetail = z.infer<typeof deliveryDetail>;

export const replayFailed = z.strictObject({ since: moment });
export const replayed = z.strictObject({ replayed: z.number().int() });
export const testSent = z.strictObject({ delivery: id });
