import { randomBytes, randomInt } from 'node:crypto';
import type { DeviceFlow, Refusal } from '../profile.js';
import { shortened, withOpenid } from './scopes.js';

const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const three = () => Array.from({ length: 3 }, () => letters[randomInt(letters.length)]).join('');

const refuse = (status: number, error: string, description: string): Refusal => ({
  status,
  error,
  description,
});

/** The answers of Google, which wrote them before the standard: `verification_url`, and statuses of its own. */
export const deviceFlow: DeviceFlow = {
  seconds: 1800,
  interval: 5,
  newDeviceCode: () => `AH-1Ng${randomBytes(63).toString('base64url')}`,
  newUserCode: () => `${three()}-${three()}-${three()}`,
  spelled: (scope) => withOpenid(shortened(scope)),
  answer: ({ deviceCode, userCode, page, seconds, interval }) => ({
    device_code: deviceCode,
    user_code: userCode,
    expires_in: seconds,
    interval,
    verification_url: page,
  }),
  refusals: {
    pending: refuse(428, 'authorization_pending', 'Precondition Required'),
    'too soon': refuse(403, 'slow_down', 'Forbidden'),
    denied: refuse(403, 'access_denied', 'Forbidden'),
    // No capture shows these three: they are worded like their neighbours.
    expired: refuse(400, 'expired_token', 'Bad Request'),
    unknown: refuse(400, 'invalid_grant', 'Malformed device code.'),
    foreign: refuse(400, 'invalid_grant', 'Bad Request'),
  },
};
