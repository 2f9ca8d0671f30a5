import type { Payload, QuickCheck } from '../checks/check.js';
import { reject } from '../rejection.js';

// As the same claims of an ID token are: printable, without a blank, and short.
const subjectForm = /^[\x21-\x7e]{1,255}$/;
const sidForm = /^[\x20-\x7e]{1,255}$/;

export const whom: QuickCheck<Payload> = {
  name: 'whom',
  sentence: 'The token names a subject, or a session of the provider, or both.',
  clause: 'OpenID Connect Back-Channel Logout 1.0, section 2.6',
  run: ({ members }) => {
    const { sub, sid } = members ?? {};
    if (sub === undefined && sid === undefined)
      return reject('claims_malformed', 'sub or sid', 'neither of them');
    if (sub !== undefined && !subjectForm.test(String(sub)))
      return reject('subject_invalid', '1 to 255 printable ASCII characters', 'another text');
    return sid === undefined || sidForm.test(String(sid))
      ? undefined
      : reject('claims_malformed', 'a sid of 1 to 255 printable ASCII characters', 'another text');
  },
};
