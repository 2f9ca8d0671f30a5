import { z } from 'zod';

/** A brand's name in URLs and in the widget's tag: `larkspur`. */
export const brandSlug = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);
/** A connection's name within its brand: `google`. */
export const connectionKey = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);
export const id = z.uuid();
/** The client's own id of a message or request: a resend with the same id does no harm. */
export const clientId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
/** The longest message, in UTF-16 units. */
export const MESSAGE_LIMIT = 8_000;
/** The highest number a line of a conversation can have: as far as the database counts. */
export const LAST_LINE = 2_147_483_647;
/** The number of a line of a conversation. 0: before the first. */
export const lineNumber = z.number().int().min(0).max(LAST_LINE);
/** Messages an agent has not seen are counted up to here. */
export const UNREAD_LIMIT = 100;
