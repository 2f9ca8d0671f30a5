import { expect, test } from 'vitest';
import { sameInFront } from './in-front.js';

test.each([
  ['the same person goes on', 'ada', 'ada', true],
  ['another person ends it', 'ada', 'bob', false],
  ['nobody ends it', 'ada', null, false],
  ['a person in other capitals is another person', 'ada', 'Ada', false],
  ['an anonymous session goes on, whoever the page names', null, 'ada', true],
  ['an anonymous session goes on without a name', null, null, true],
])('%s', (_, subject, signedInAs, goesOn) => expect(sameInFront(subject, signedInAs)).toBe(goesOn));
