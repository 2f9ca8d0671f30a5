import type { SessionView } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { type KeyStore, MemoryKeyStore } from '../keys/key-store.js';
import { Identity } from './identity.js';

const ada: SessionView = {
  session: '01a2072a-dfb5-74e0-86ed-494bf91d9484',
  brand: 'larkspur',
  connection: 'own',
  token: 'token-of-ada',
  tokenExpiresAt: new Date(Date.now() + 600_000).toISOString(),
  assurance: 'verified',
  displayName: 'Ada',
  holdsUntil: null,
  consumer: '0198c5f0-0000-7000-8000-00000000000c',
  family: '0198c5f0-0000-7000-8000-00000000000f',
  renewFrom: null,
  graceUntil: null,
  offer: null,
  request: null,
  conversation: null,
  earlier: false,
  rejected: null,
  attempt: null,
};
const config = {
  brand: { slug: 'larkspur', name: 'Larkspur', accent: '#000000' },
  connection: { key: 'own', flow: 'code', method: 'getChatProof', interactive: false },
  minimum: 'anonymous',
  onRejected: 'refuse',
  answering: true,
  demo: false,
  now: new Date().toISOString(),
};
const attempt = {
  attempt: 'a1',
  reason: 'first',
  issuer: 'i',
  clientId: 'c',
  scope: 'openid',
  nonce: 'n',
  expiresAt: ada.tokenExpiresAt,
};

/** A service whose answer to `POST /v1/sessions` waits until it is let go. */
async function slowService(keyStore: KeyStore = new MemoryKeyStore()) {
  let letGo: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const ended: string[] = [];
  let asked: () => void = () => undefined;
  const sessionAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  await keyStore.make('larkspur');
  const identity = new Identity({
    apiUrl: 'https://chat.example',
    brand: 'larkspur',
    connection: 'own',
    keyStore,
    methodOf: () => () => ({ code: 'abc' }),
    onChange: () => undefined,
    fetch: async (input, init) => {
      const path = new URL(String(input)).pathname;
      if (path.startsWith('/v1/embed')) return Response.json(config);
      if (path === '/v1/attempts') return Response.json(attempt, { status: 201 });
      if (init?.method === 'DELETE') {
        ended.push(new Headers(init.headers).get('authorization') ?? '');
        return new Response(null, { status: 204 });
      }
      asked();
      await waiting;
      return Response.json(ada);
    },
  });
  return { identity, ended, letGo, sessionAsked };
}

test('a resume that is answered after the page named another person is ended, and never shown', async () => {
  const { identity, ended, letGo, sessionAsked } = await slowService();
  const started = identity.start('ada');
  await sessionAsked;
  await identity.rename('bob');
  letGo();
  await started;
  expect(identity.state.session).toBeNull();
  expect(identity.state.phase).toBe('idle');
  expect(ended).toEqual(['DPoP token-of-ada']);
});

test.each([
  ['the page named nobody', (identity: Identity) => identity.rename(null)],
  ['the consumer signed out', (identity: Identity) => identity.signOut()],
] as const)('a proof that is answered after %s is ended, and never shown', async (_, leave) => {
  const { identity, ended, letGo, sessionAsked } = await slowService();
  identity.state = { ...identity.state, config: config as never, phase: 'idle' };
  await identity.rename('ada');
  const proved = identity.prove();
  await sessionAsked;
  await leave(identity);
  letGo();
  await proved;
  expect(identity.state.session).toBeNull();
  expect(ended).toEqual(['DPoP token-of-ada']);
});

test('a resume for the person the page still names goes on', async () => {
  const { identity, ended, letGo, sessionAsked } = await slowService();
  const started = identity.start('ada');
  await sessionAsked;
  letGo();
  await started;
  expect(identity.state.session?.displayName).toBe('Ada');
  expect(ended).toEqual([]);
});

test('a sign-out is over when the key is gone, and not before: whoever goes on to another page leaves none', async () => {
  let removed = false;
  class SlowStore extends MemoryKeyStore {
    override async remove(brand: string): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await super.remove(brand);
      removed = true;
    }
  }
  const { identity, letGo } = await slowService(new SlowStore());
  letGo();
  await identity.start('ada');
  await identity.signOut();
  expect(removed).toBe(true);
});
