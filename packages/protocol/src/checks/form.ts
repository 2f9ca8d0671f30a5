import { isCanonicalBase64url, isWholeBase64url } from '../bytes.js';
import { reject } from '../rejection.js';
import type { Presented, QuickCheck } from './check.js';

// All parts are looked through at once.
const digitsAndDots = /^[A-Za-z0-9_.-]*$/;

/** Two spellings of the same bytes would be two fingerprints of one proof: RFC 4648, section 3.5. */
export const isCompact = ({ token, parts, header }: Omit<Presented, 'policy'>): boolean =>
  header !== undefined &&
  (parts.length === 3 || parts.length === 5) &&
  digitsAndDots.test(token) &&
  parts.every(isWholeBase64url);

function seenIn({ parts, header }: Presented): string {
  if (parts.length !== 3 && parts.length !== 5)
    return parts.length === 1 ? 'one part' : `${parts.length} parts`;
  if (!parts.every(isCanonicalBase64url)) return 'a part that is not canonical base64url';
  return header === undefined ? 'a header that is no JSON object with `alg`' : `${parts.length} parts`;
}

export const form: QuickCheck<Presented> = {
  name: 'form',
  sentence: 'The token is a compact JWS or JWE in canonical base64url, with a header that can be read.',
  clause: 'RFC 7519, section 7.2',
  run: (token) =>
    isCompact(token)
      ? undefined
      : reject('proof_malformed', 'three or five parts of base64url', seenIn(token)),
};
