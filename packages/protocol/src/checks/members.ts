import { isPlain } from '../json.js';
import { reject } from '../rejection.js';
import type { Payload, QuickCheck } from './check.js';

export const members: QuickCheck<Payload> = {
  name: 'members',
  sentence: 'The payload is a JSON object in which no member stands twice.',
  clause: 'RFC 7519, section 4',
  run: ({ text, members }) =>
    text !== undefined && members !== undefined && isPlain(text, members)
      ? undefined
      : reject('claims_malformed', 'one JSON object, each member once', 'another text'),
};
