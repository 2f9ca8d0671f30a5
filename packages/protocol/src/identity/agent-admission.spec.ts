import type { IdTokenClaims } from '@countersign/claims';
import { describe, expect, test } from 'vitest';
import { admitAgent, type Invitation } from './agent-admission.js';

const issuer = 'https://accounts.google.com';
const domain = 'larkspur.example';
const invited: Invitation = {
  id: 'agent-1',
  email: 'grace@larkspur.example',
  issuer: null,
  subject: null,
  removed: false,
};
const known: Invitation = { ...invited, issuer, subject: 'grace-1' };
const claims = (more: Partial<IdTokenClaims> = {}): IdTokenClaims => ({
  iss: issuer,
  sub: 'grace-1',
  aud: 'workspace',
  iat: 0,
  exp: 1,
  email: invited.email,
  email_verified: true,
  hd: domain,
  ...more,
});
const admitted = (given: IdTokenClaims, list: readonly Invitation[], hosted?: string) =>
  admitAgent(given, { issuer, emailAuthority: 'google' }, list, hosted);

describe('the first sign-in of an agent', () => {
  test('is matched by the invited address, whatever its capitals', () => {
    const given = claims({ email: 'Grace@Larkspur.example' });
    expect(admitted(given, [invited], domain)).toEqual({ kind: 'accepts', agent: 'agent-1' });
  });

  test('by an address the issuer does not vouch for is refused', () => {
    const { hd: _, ...given } = claims();
    expect(admitted(given, [invited])).toEqual({ kind: 'refused', code: 'agent_email_unproven' });
    expect(admitted(claims({ email_verified: false }), [invited])).toMatchObject({
      code: 'agent_email_unproven',
    });
  });

  test('by the brand’s own issuer is matched by an address it verified, and never by one of Google', () => {
    const own = { issuer: 'https://login.larkspur.example', emailAuthority: 'own' } as const;
    const { hd: _, ...given } = claims();
    expect(admitAgent(given, own, [invited], undefined)).toEqual({ kind: 'accepts', agent: 'agent-1' });
    const byGmail = { ...invited, email: 'grace@gmail.com' };
    expect(admitAgent(claims({ email: byGmail.email }), own, [byGmail], undefined)).toMatchObject({
      code: 'agent_email_unproven',
    });
  });

  test('by a letter that merely becomes the invited one is refused', () => {
    const kate = { ...invited, email: 'kate@larkspur.example' };
    expect(admitted(claims({ email: '\u212Aate@larkspur.example' }), [kate])).toMatchObject({
      code: 'agent_not_invited',
    });
  });

  test('of somebody nobody invited is refused', () => {
    expect(admitted(claims({ email: 'eve@larkspur.example' }), [invited])).toMatchObject({
      code: 'agent_not_invited',
    });
    expect(admitted(claims(), [])).toMatchObject({ code: 'agent_not_invited' });
  });
});

describe('from then on', () => {
  test('issuer and subject count, and the address says nothing', () => {
    const given = claims({ email: 'grace@married.example', email_verified: false });
    expect(admitted(given, [known])).toEqual({ kind: 'known', agent: 'agent-1' });
  });

  test('another person who was given the address is refused', () => {
    expect(admitted(claims({ sub: 'successor' }), [known])).toMatchObject({ code: 'agent_not_invited' });
  });

  test('the same subject of another issuer is another person', () => {
    const other = { issuer: 'https://id.other.example', emailAuthority: 'own' } as const;
    expect(admitAgent(claims(), other, [known], undefined)).toMatchObject({ code: 'agent_not_invited' });
  });

  test('who was removed is refused', () => {
    expect(admitted(claims(), [{ ...known, removed: true }])).toMatchObject({ code: 'agent_not_invited' });
    expect(admitted(claims(), [{ ...invited, removed: true }])).toMatchObject({ code: 'agent_not_invited' });
  });
});

describe('where a domain is demanded', () => {
  test('the right address without the claim is refused', () => {
    const { hd: _, ...given } = claims();
    expect(admitted(given, [known], domain)).toEqual({ kind: 'refused', code: 'agent_domain_missing' });
  });

  test.each(['Larkspur.example', 'sub.larkspur.example', 'larkspur.example.attacker.example'])(
    '%s is another domain',
    (hd) => expect(admitted(claims({ hd }), [known], domain)).toMatchObject({ code: 'agent_domain_missing' }),
  );
});
