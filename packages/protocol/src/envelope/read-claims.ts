import { type IdTokenClaims, idTokenClaims } from '@countersign/claims';
import { parseObject } from '../json.js';
import { accepted, type Outcome, refused, reject } from '../rejection.js';

const TIMES = ['exp', 'iat', 'nbf', 'auth_time'] as const;
/** The year 9999, in seconds: whatever is above was meant as milliseconds. */
const LATEST = 253_402_300_799;

/** Claims as an ID token has them. A token with `events` is a logout or security event token, whatever its `typ`. */
export function readClaims(payload: string): Outcome<IdTokenClaims> {
  const parsed = idTokenClaims.safeParse(parseObject(payload));
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => String(path[0] ?? 'the payload'));
    return refused(
      reject('claims_malformed', 'the claims of an ID token', `wrong: ${[...new Set(names)].join(', ')}`),
    );
  }
  if (Object.hasOwn(parsed.data, 'events')) return refused(reject('type_not_allowed', 'no events', 'events'));
  const wrong = TIMES.filter((name) => {
    const time = parsed.data[name];
    return time !== undefined && !(time >= 0 && time <= LATEST);
  });
  if (wrong.length > 0)
    return refused(reject('claims_malformed', 'seconds since 1970', `wrong: ${wrong.join(', ')}`));
  return accepted(parsed.data);
}
