import type { Refusal } from '../profile.js';

/** A request with something wrong in it. */
export const invalid = (description: string): Refusal => ({
  status: 400,
  error: 'invalid_request',
  description,
});
