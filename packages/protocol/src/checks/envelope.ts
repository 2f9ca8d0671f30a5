import { CONTENT_ENCRYPTION, KEY_MANAGEMENT } from '../envelope/open-envelope.js';
import { isRelaxed } from '../policy.js';
import { reject } from '../rejection.js';
import type { QuickCheck, Sealed } from './check.js';
import { forbidden, pointsNowhere } from './points-nowhere.js';
import { isOfOtherType } from './type.js';

const among = (allowed: readonly string[], name: string | undefined): boolean => allowed.includes(name ?? '');

export const envelope: QuickCheck<Sealed> = {
  name: 'envelope',
  sentence:
    'The envelope is sealed in a way the service publishes, uncompressed, and says a token is inside.',
  clause: 'RFC 7519, section 5.2',
  run: ({ header, policy }) => {
    if (!pointsNowhere(header)) return forbidden(header);
    if (!among(KEY_MANAGEMENT, header.alg))
      return reject('algorithm_not_allowed', KEY_MANAGEMENT, header.alg);
    if (!among(CONTENT_ENCRYPTION, header.enc))
      return reject('algorithm_not_allowed', CONTENT_ENCRYPTION, header.enc);
    // Whoever sorts by the outside must not take it for another token than whoever reads the inside.
    if (isOfOtherType(header)) return reject('type_not_allowed', 'JWT or absent', header.typ);
    if (header.cty === undefined && isRelaxed(policy, 'type')) return undefined;
    return header.cty?.toUpperCase() === 'JWT' ? undefined : reject('type_not_allowed', 'JWT', header.cty);
  },
};
