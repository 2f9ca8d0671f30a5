import { expect, test } from 'vitest';
import { Clients } from '../clients/index.js';
import { Clock } from '../clock/index.js';
import { google } from '../profiles/index.js';
import { Endings } from '../world/index.js';
import { adapterFor } from './adapter.js';

const shelf = (kind = 'AuthorizationCode', clock = new Clock()) =>
  adapterFor({
    key: 'google',
    profile: google,
    clients: new Clients(new Map()),
    clock,
    endings: new Endings(),
  })(kind);

test('a code is consumed once', async () => {
  const codes = shelf();
  await codes.upsert('code', {}, 60);
  await codes.consume('code');
  await expect(codes.consume('code')).rejects.toThrow('invalid_grant');
});

test('a grant that is revoked takes its tokens along', async () => {
  const tokens = shelf('AccessToken');
  await tokens.upsert('one', { grantId: 'g' }, 60);
  await tokens.upsert('other', { grantId: 'h' }, 60);
  await tokens.revokeByGrantId('g');
  expect(await tokens.find('one')).toBeUndefined();
  expect(await tokens.find('other')).toBeDefined();
});

test('what is over is not found', async () => {
  const codes = shelf();
  await codes.upsert('code', {}, -1);
  expect(await codes.find('code')).toBeUndefined();
});

test('what is kept for a minute is gone when the clock says so', async () => {
  const clock = new Clock();
  clock.freeze();
  const codes = shelf('AuthorizationCode', clock);
  await codes.upsert('code', { exp: clock.seconds + 60 }, 60);
  clock.advance(59);
  expect(await codes.find('code')).toBeDefined();
  clock.advance(2);
  expect(await codes.find('code')).toBeUndefined();
});

test('what is found has aged as the clock says, in the time of the machine', async () => {
  const clock = new Clock();
  const sessions = shelf('Session', clock);
  await sessions.upsert('session', { loginTs: 1_000_000, exp: 2_000_000 }, 1000);
  clock.advance(600);
  expect(await sessions.find('session')).toMatchObject({ loginTs: 999_400, exp: 1_999_400 });
});
