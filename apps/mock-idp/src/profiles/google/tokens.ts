import type { TokenAnswer } from '../profile.js';
import { expanded } from './scopes.js';

/** The members of a success in the order Google sends them. */
export const tokens = (answer: TokenAnswer): Record<string, unknown> => ({
  access_token: answer.access_token,
  expires_in: answer.expires_in,
  ...(answer.refresh_token ? { refresh_token: answer.refresh_token } : {}),
  scope: expanded(answer.scope),
  token_type: 'Bearer',
  ...(answer.id_token ? { id_token: answer.id_token } : {}),
  ...(answer.refresh_token_expires_in === undefined
    ? {}
    : { refresh_token_expires_in: answer.refresh_token_expires_in }),
});
