import { expect, test } from 'vitest';
import { useStandIn } from './support/world.js';

const standIn = useStandIn();

async function refusal(body: unknown): Promise<{ status: number; problem: Record<string, unknown> }> {
  const response = await fetch(`${standIn.url}/control/faults`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  return { status: response.status, problem: (await response.json()) as Record<string, unknown> };
}
const google = { issuer: 'google', fault: 'expired' };

test('an unknown fault is answered with those there are', async () => {
  expect(await refusal({ ...google, fault: 'expird' })).toMatchObject({
    status: 404,
    problem: { error: 'fault_unknown', known: expect.arrayContaining(['expired', 'token-slow']) },
  });
  expect((await refusal({ ...google, fault: 'toString' })).status).toBe(404);
});

test('an unknown issuer, person or client is answered with those there are', async () => {
  expect(await refusal({ ...google, issuer: 'gogle' })).toMatchObject({
    status: 404,
    problem: { error: 'issuer_unknown', known: expect.arrayContaining(['google', 'larkspur', 'juniper']) },
  });
  expect(await refusal({ ...google, aim: { loginHint: 'nobody' } })).toMatchObject({
    status: 404,
    problem: { error: 'person_unknown', known: expect.arrayContaining(['ada']) },
  });
  expect(await refusal({ ...google, aim: { clientId: 'nobody' } })).toMatchObject({
    status: 404,
    problem: { error: 'client_unknown', known: [] },
  });
});

test('a fault that was never armed cannot be cleared', async () => {
  await expect(standIn.control.clearFault('never')).rejects.toMatchObject({ status: 404 });
});

test.each(['keys-empty', 'discovery-down'])('%s cannot be aimed: nobody says who asks', async (fault) => {
  expect(await refusal({ issuer: 'google', fault, aim: { loginHint: 'ada' } })).toMatchObject({
    status: 400,
    problem: { members: [{ member: 'aim', expected: expect.stringContaining('nobody says who asks') }] },
  });
});

test.each([
  ['shots', { ...google, shots: 0 }, /a number from 1 to 100000, or 'until-cleared'/],
  ['options.delayMs', { ...google, options: { delayMs: 5 } }, /only with a fault that is slow/],
  ['aim.person', { ...google, aim: { person: 'ada' } }, /no such member/],
])('%s that is wrong is named with what was expected', async (member, body, expected) => {
  const { status, problem } = await refusal(body);
  expect(status).toBe(400);
  expect(problem['members']).toEqual([{ member, expected: expect.stringMatching(expected) }]);
});
