import { expect, test } from 'vitest';
import { codeChallengeOf } from './pkce.js';

test('the challenge is the one the standard computes for its example', async () => {
  // RFC 7636, appendix B.
  expect(await codeChallengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});
