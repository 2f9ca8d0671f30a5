import { reject } from '../rejection.js';
import type { Check } from './check.js';

/** What the header of an envelope may repeat, so that it can be sorted without being opened. */
const REPEATED = ['iss', 'sub', 'aud'] as const;

export const replicas: Check = {
  name: 'replicas',
  sentence: 'What the header of the envelope repeats of the claims is what they say.',
  clause: 'RFC 7519, section 5.3',
  run: ({ outer, claims }) => {
    if (outer === undefined) return undefined;
    const other = REPEATED.filter(
      (name) => outer[name] !== undefined && JSON.stringify(outer[name]) !== JSON.stringify(claims[name]),
    );
    return other.length === 0
      ? undefined
      : reject('claims_malformed', 'the claims of the token inside', `otherwise: ${other.join(', ')}`);
  },
};
