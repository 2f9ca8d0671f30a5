import type { ActionRequest } from '@countersign/claims';
import { Webhook } from 'standardwebhooks';
import { expect, test, vi } from 'vitest';
import { actionHandler } from './action-handler.js';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const gbp = (amount: string) => ({ amount, currency: 'GBP' });
const action: ActionRequest = {
  id: '0197a1b2-0000-7000-8000-000000000001',
  kind: 'offer',
  consumer: { issuer: 'https://login.example', subject: 'ada' },
  card: {
    type: 'offer',
    version: 1,
    offer: 'larkspur-100',
    from: { name: 'Larkspur 40', price: gbp('28.00') },
    to: { name: 'Larkspur 100', price: gbp('38.00') },
    difference: gbp('10.00'),
    why: 'You used more than you have.',
    assurance: 'verified',
  },
  assurance: 'verified',
  provenAt: '2026-11-28T12:00:00.000Z',
  choice: null,
};

type Sent = { body?: string; id?: string; at?: Date; by?: string };
function request({ body = JSON.stringify(action), id = action.id, at = new Date(), by = secret }: Sent = {}) {
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign(id, at, body),
  };
  return new Request('https://shop.example/actions', { method: 'POST', headers, body });
}
const done = () => vi.fn(async () => ({ outcome: 'done' as const }));

test('what the service signed is carried out, with what was accepted', async () => {
  const carryOut = done();
  const response = await actionHandler({ secret, carryOut })(request());
  expect([response.status, await response.json()]).toEqual([200, { outcome: 'done' }]);
  expect(carryOut).toHaveBeenCalledWith(
    expect.objectContaining({
      kind: 'offer',
      consumer: action.consumer,
      provenAt: new Date(action.provenAt),
    }),
  );
});

test('the same id again is answered again, and done once, also at the same time', async () => {
  const carryOut = done();
  const handler = actionHandler({ secret, carryOut });
  const all = await Promise.all([handler(request()), handler(request())]);
  all.push(await handler(request()));
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(carryOut).toHaveBeenCalledTimes(1);
});

test('what was thrown is not remembered: the next try does it', async () => {
  const carryOut = vi
    .fn<() => Promise<{ outcome: 'done' }>>()
    .mockRejectedValueOnce(new Error('the ledger is locked'))
    .mockResolvedValueOnce({ outcome: 'done' });
  const onFailure = vi.fn();
  const handler = actionHandler({ secret, carryOut, onFailure });
  expect((await handler(request())).status).toBe(500);
  expect((await handler(request())).status).toBe(200);
  expect(onFailure).toHaveBeenCalledTimes(1);
});

test('while a secret is turned, both are taken', async () => {
  const former = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
  const handler = actionHandler({ secret: [secret, former], carryOut: done() });
  expect((await handler(request())).status).toBe(200);
  expect((await handler(request({ by: former }))).status).toBe(200);
});

test.each([
  ['signed by another secret', { by: `whsec_${Buffer.alloc(32, 9).toString('base64')}` }, 401],
  ['six minutes old', { at: new Date(Date.now() - 360_000) }, 401],
  ['of the future', { at: new Date(Date.now() + 360_000) }, 401],
  ['under another id than its own', { id: '0197a1b2-0000-7000-8000-000000000002' }, 400],
  ['no JSON', { body: 'yes' }, 401],
  ['of another kind', { body: JSON.stringify({ ...action, kind: 'gift' }) }, 400],
  ['of another version', { body: JSON.stringify({ ...action, card: { ...action.card, version: 2 } }) }, 400],
  [
    'of a part nobody knows',
    { body: JSON.stringify({ ...action, card: { ...action.card, extra: 1 } }) },
    400,
  ],
  ['larger than any card', { body: JSON.stringify({ ...action, more: 'a'.repeat(70_000) }) }, 413],
])('what is %s is not carried out', async (_what, sent, status) => {
  const carryOut = done();
  expect((await actionHandler({ secret, carryOut })(request(sent))).status).toBe(status);
  expect(carryOut).not.toHaveBeenCalled();
});

test('what was changed on its way, or is not signed at all, is not carried out', async () => {
  const carryOut = done();
  const handler = actionHandler({ secret, carryOut });
  const changed = new Request('https://shop.example/actions', {
    method: 'POST',
    headers: request().headers,
    body: JSON.stringify({ ...action, consumer: { ...action.consumer, subject: 'mallory' } }),
  });
  const bare = new Request('https://shop.example/actions', { method: 'POST', body: JSON.stringify(action) });
  const asked = new Request('https://shop.example/actions');
  const all = await Promise.all([handler(changed), handler(bare), handler(asked)]);
  expect(all.map(({ status }) => status)).toEqual([401, 401, 405]);
  expect(carryOut).not.toHaveBeenCalled();
});
