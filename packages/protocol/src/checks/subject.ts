import { reject } from '../rejection.js';
import type { Check } from './check.js';

// Printable, and no blank: a subject is compared byte by byte and shown in logs of others.
const subjectForm = /^[\x21-\x7e]{1,255}$/;

/** What is wrong with it, and nothing of whose it is. */
const seenIn = (sub: string): string =>
  sub.length < 1 || sub.length > 255
    ? `${sub.length} characters`
    : 'a blank, or a character that is not ASCII';

export const subject: Check = {
  name: 'subject',
  sentence: 'The subject is 1 to 255 ASCII characters.',
  clause: 'OpenID Connect Core 1.0, section 2',
  run: ({ claims }) =>
    subjectForm.test(claims.sub)
      ? undefined
      : reject('subject_invalid', '1 to 255 printable ASCII characters', seenIn(claims.sub)),
};
