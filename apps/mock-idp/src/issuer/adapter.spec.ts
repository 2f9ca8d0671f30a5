import { expect, test } from 'vitest';
import { Clients } from '../clients/index.js';
import { adapterFor } from './adapter.js';

const shelf = (kind = 'AuthorizationCode') => adapterFor('google', new Clients(new Map()))(kind);

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
