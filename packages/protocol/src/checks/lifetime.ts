import { reject } from '../rejection.js';
import type { Check } from './check.js';

export const lifetime: Check = {
  name: 'lifetime',
  sentence: 'The token lives no longer than the connection allows.',
  run: ({ claims, policy }) => {
    const lives = claims.exp - claims.iat;
    if (lives <= 0) return reject('claims_malformed', 'exp after iat', `${claims.iat} to ${claims.exp}`);
    return lives <= policy.maxLifetimeSeconds
      ? undefined
      : reject('lifetime_too_long', `${policy.maxLifetimeSeconds} seconds`, `${lives} seconds`);
  },
};
