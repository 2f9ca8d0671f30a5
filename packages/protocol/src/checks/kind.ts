import { reject } from '../rejection.js';
import type { Payload, QuickCheck } from './check.js';

export const kind: QuickCheck<Payload> = {
  name: 'kind',
  sentence: 'The claims are those of an ID token, not of a logout or security event token.',
  clause: 'RFC 8725, section 3.12',
  run: ({ members }) =>
    members !== undefined && Object.hasOwn(members, 'events')
      ? reject('type_not_allowed', 'no events', 'events')
      : undefined,
};
