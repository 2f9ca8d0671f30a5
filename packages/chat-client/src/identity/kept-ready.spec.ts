import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type KeyStore, MemoryKeyStore } from '../keys/key-store.js';
import { makeKey } from '../keys/web-key.js';
import { Identity } from './identity.js';

const MINUTE = 60_000;
const LIFETIME = 10 * MINUTE;

beforeEach(() => {
  // Signing is real, and waited for in real turns.
  const toFake = ['Date', 'setTimeout', 'clearTimeout'] as const;
  vi.useFakeTimers({ now: new Date('2026-11-23T10:00:00Z'), toFake: [...toFake] });
});
afterEach(() => void vi.useRealTimers());

type World = {
  keyStore?: KeyStore;
  /** How far the service's clock is ahead of this device's. */
  ahead?: number;
  isSeen?: () => boolean;
  status?: () => number;
};

/** A page with a method that opens a window, and a service that counts attempts. */
function page({ keyStore = new MemoryKeyStore(), ahead = 0, isSeen, status = () => 201 }: World = {}) {
  const serviceTime = (ms = 0) => new Date(Date.now() + ahead + ms).toISOString();
  const proofs: string[] = [];
  const method = vi.fn(() => null);
  const config = () => ({
    brand: { slug: 'larkspur', name: 'Larkspur', accent: '#000000' },
    connection: { key: 'google', flow: 'code', method: 'getChatProof', interactive: true },
    minimum: 'anonymous',
    onRejected: 'refuse',
    answering: true,
    demo: false,
    now: serviceTime(),
  });
  const attempt = (number: number) => ({
    attempt: `a${number}`,
    reason: 'first',
    issuer: 'i',
    clientId: 'c',
    scope: 'openid',
    nonce: 'n',
    expiresAt: serviceTime(LIFETIME),
  });
  const identity = new Identity({
    apiUrl: 'https://chat.example',
    brand: 'larkspur',
    connection: 'google',
    keyStore,
    methodOf: () => method,
    onChange: () => undefined,
    ...(isSeen ? { isSeen } : {}),
    fetch: async (input, init) => {
      const path = new URL(String(input)).pathname;
      if (path.startsWith('/v1/embed')) return Response.json(config());
      if (path !== '/v1/attempts') return new Response(null, { status: 204 });
      proofs.push(new Headers(init?.headers).get('dpop') ?? '');
      return Response.json(attempt(proofs.length), { status: status() });
    },
  });
  const asked = vi.spyOn(identity.api, 'attempt');
  const settled = async () => void (await Promise.allSettled(asked.mock.results.map(({ value }) => value)));
  return { identity, method, proofs, settled };
}

/** Lets time pass minute by minute, each with all that it caused. */
async function pass(minutes: number, { settled }: ReturnType<typeof page>): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await vi.advanceTimersByTimeAsync(MINUTE);
    await settled();
  }
}

test('an hour after the page came, its method is still called within the click', async () => {
  const world = page();
  const { identity, method, proofs } = world;
  await identity.start('ada');
  await world.settled();
  expect(proofs).toHaveLength(1);
  await pass(61, world);
  void identity.prove();
  expect(method).toHaveBeenCalledOnce();
  // Kept ready, and no more often than their life of ten minutes asks for.
  expect(proofs.length).toBeGreaterThan(6);
  expect(proofs.length).toBeLessThan(14);
});

test('an attempt at hand outlives the two minutes a window may take', async () => {
  const world = page();
  const { identity, method, proofs } = world;
  await identity.start('ada');
  await world.settled();
  expect(proofs).toHaveLength(1);
  const made: number[] = [Date.now()];
  for (let minute = 0; minute < 30; minute += 1) {
    await pass(1, world);
    if (proofs.length > made.length) made.push(Date.now());
    expect((made.at(-1) ?? 0) + LIFETIME - Date.now()).toBeGreaterThan(2 * MINUTE);
  }
  void identity.prove();
  expect(method).toHaveBeenCalledOnce();
});

test('nothing is kept ready where nobody looks, and it is again when somebody does', async () => {
  let seen = true;
  const world = page({ isSeen: () => seen });
  const { identity, proofs } = world;
  await identity.start('ada');
  await world.settled();
  expect(proofs).toHaveLength(1);
  seen = false;
  await pass(60, world);
  expect(proofs).toHaveLength(1);
  seen = true;
  identity.prepare();
  await world.settled();
  expect(proofs).toHaveLength(2);
});

test('an element that left the page asks for no attempts any more', async () => {
  const world = page();
  const { identity, proofs } = world;
  await identity.start('ada');
  await world.settled();
  expect(proofs).toHaveLength(1);
  identity.dispose();
  await pass(60, world);
  expect(proofs).toHaveLength(1);
});

test('a service that is down for a while is asked again, once a minute', async () => {
  let status = 503;
  const world = page({ status: () => status });
  const { identity, method, proofs } = world;
  await identity.start('ada');
  await world.settled();
  expect(proofs).toHaveLength(1);
  await pass(5, world);
  expect(proofs).toHaveLength(6);
  status = 201;
  await pass(1, world);
  void identity.prove();
  expect(method).toHaveBeenCalledOnce();
});

test('after signing out an attempt by the next key is at hand', async () => {
  const world = page();
  const { identity, method, proofs } = world;
  await identity.start('ada');
  await world.settled();
  expect(proofs).toHaveLength(1);
  await identity.signOut();
  await world.settled();
  expect(proofs).toHaveLength(2);
  void identity.prove();
  expect(method).toHaveBeenCalledOnce();
});

test.each([-1, 1])(
  'a device whose clock is an hour off (%d) proves its key by the service’s time',
  async (sign) => {
    const ahead = sign * 60 * MINUTE;
    const world = page({ ahead });
    const { identity, method, proofs } = world;
    await identity.start('ada');
    await world.settled();
    expect(proofs).toHaveLength(1);
    const { iat = 0 } = decodeJwt(proofs[0] ?? '');
    expect(iat * 1000).toBe(Date.now() + ahead);
    await pass(5, world);
    expect(proofs).toHaveLength(1);
    void identity.prove();
    expect(method).toHaveBeenCalledOnce();
  },
);

test('a browser that stores nothing for the page chats by a key that lives as long as the page', async () => {
  const refuse = async () => Promise.reject(new Error('The operation is insecure.'));
  const world = page({ keyStore: { load: refuse, make: makeKey, remove: refuse } });
  const { identity, proofs } = world;
  await identity.start('ada');
  await world.settled();
  expect(proofs).toHaveLength(1);
  expect(identity.state.phase).toBe('idle');
  await pass(10, world);
  const keys = proofs.map((proof) => JSON.stringify(decodeProtectedHeader(proof).jwk));
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
});

test('a tab that slept through a sign-out leaves alone the key another tab has made since', async () => {
  const keyStore = new MemoryKeyStore();
  const world = page({ keyStore });
  const { identity, proofs } = world;
  await identity.start('ada');
  await world.settled();
  expect(proofs).toHaveLength(1);
  await keyStore.remove('larkspur');
  const made = await keyStore.make('larkspur');
  identity.gone();
  await world.settled();
  expect(proofs).toHaveLength(2);
  expect(await keyStore.load('larkspur')).toBe(made);
});

test('a page on which no key can be made says so, and does not blame the connection', async () => {
  const world = page();
  const { identity, proofs } = world;
  vi.stubGlobal('crypto', { getRandomValues: () => undefined });
  await identity.start('ada');
  await identity.prove();
  vi.unstubAllGlobals();
  expect(identity.state).toMatchObject({ phase: 'refused', refusal: { reason: 'key_unavailable' } });
  expect(proofs).toEqual([]);
});
