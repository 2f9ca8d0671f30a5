import type { Refusal } from './refusal.js';

/** JSON that no cache keeps, unless told for how long. */
export const json = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });

/** RFC 6749, section 5.2. */
export const jsonRefusal = (
  { error, description }: Refusal,
  status = 400,
  headers: Record<string, string> = {},
): Response => json(status, { error, error_description: description }, headers);
