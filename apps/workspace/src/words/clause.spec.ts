import { expect, test } from 'vitest';
import { clauseAddress } from './clause';

test.each([
  ['RFC 7519, section 4.1.5', 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.5'],
  ['RFC 7515', 'https://www.rfc-editor.org/rfc/rfc7515'],
  [
    'OpenID Connect Core 1.0, section 3.1.3.7, item 3',
    'https://openid.net/specs/openid-connect-core-1_0.html',
  ],
])('%s is read at its publisher', (clause, address) => expect(clauseAddress(clause)).toBe(address));

test.each(['', 'javascript:alert(1)', 'https://evil.example', 'house rule 4'])(
  'what names no document we know is no link (%s)',
  (clause) => expect(clauseAddress(clause)).toBeNull(),
);
