import { z } from 'zod';
import { id } from '../names.js';

/** `POST /window/{brand}/sign-in`, by the window itself. Header `DPoP`. */
export const windowSignIn = z.strictObject({ attempt: id });

/** Where the window goes: the provider's authorization endpoint, with all it has to be told. */
export const windowDeparture = z.strictObject({ location: z.url() });
export type WindowDeparture = z.infer<typeof windowDeparture>;

/** `POST /v1/windows/tickets`, by the embedded chat: carries its conversation into a window of its own. */
export const windowTicket = z.strictObject({
  /** Thirty seconds, one use. Posted by a form, never a part of an address. */
  ticket: z.string(),
  /** Where the form goes. */
  action: z.url(),
  expiresAt: z.iso.datetime(),
});
export type WindowTicket = z.infer<typeof windowTicket>;

const once = (most: number) => z.string().min(1).max(most);

/** What a provider sends to a connection's callback: each parameter once. RFC 6749, section 3.1. */
export const windowAnswer = z.object({
  state: once(200),
  code: once(4_096).optional(),
  id_token: once(32_768).optional(),
  error: once(200).optional(),
  iss: once(400).optional(),
});

/** `POST /window/{brand}/pop-out`, a form. */
export const popOut = z.object({ ticket: once(100) });
