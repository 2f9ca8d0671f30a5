import { reject } from '../rejection.js';
import type { Payload, QuickCheck } from './check.js';

const TIMES = ['exp', 'iat', 'nbf', 'auth_time'] as const;
/** The year 9999, in seconds: whatever is above was meant as milliseconds. */
const LATEST = 253_402_300_799;

const isTime = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LATEST;

export const times: QuickCheck<Payload> = {
  name: 'times',
  sentence: 'Every time is a whole number of seconds since 1970.',
  clause: 'RFC 7519, section 2',
  run: ({ members }) => {
    const wrong = TIMES.filter((name) => members?.[name] !== undefined && !isTime(members[name]));
    return wrong.length === 0
      ? undefined
      : reject('claims_malformed', 'whole seconds since 1970', `wrong: ${wrong.join(', ')}`);
  },
};
