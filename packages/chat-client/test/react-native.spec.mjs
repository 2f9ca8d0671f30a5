import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { p256 } from '@noble/curves/nist.js';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/**
 * What React Native puts into the global object of Hermes, and no more: timers (`setUpTimers`), the network
 * (`setUpXHR`), `navigator`, `performance`, `console`. Its `window` is the global object itself, without a document; of
 * `navigator` only the product is known; its `AbortSignal` has no `timeout`. There is no `crypto`, no `btoa`, no
 * `structuredClone`, no `BroadcastChannel`, no `location` and no storage.
 */
function reactNative(network) {
  const globals = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    setImmediate,
    queueMicrotask,
    requestAnimationFrame: (run) => setTimeout(run, 16),
    console,
    performance: { now: () => performance.now() },
    navigator: { product: 'ReactNative' },
    process: { env: { NODE_ENV: 'production' } },
    AbortController,
    URL,
    ...network,
  };
  globals.window = globals.self = globals.global = globals;
  const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  // V8 has more than Hermes, and than React Native adds to it.
  vm.runInContext(
    'delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics',
    context,
  );
  return context;
}

async function bundled() {
  const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'chatClient',
    target: 'es2019',
    platform: 'neutral',
  });
  return outputFiles[0].text;
}

/** A signer as an app brings one, for what React Native lacks. */
function cryptography() {
  const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
  let count = 0;
  const makeKey = async () => {
    const { secretKey, publicKey } = p256.keygen();
    const point = p256.Point.fromBytes(publicKey).toBytes(false);
    const jwk = { kty: 'EC', crv: 'P-256', x: base64url(point.slice(1, 33)), y: base64url(point.slice(33)) };
    return { jwk, sign: async (bytes) => p256.sign(Uint8Array.from(bytes), secretKey) };
  };
  const device = {
    randomId: () => `random-id-${++count}`,
    sha256: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
  };
  return { makeKey, device };
}

const inMinutes = (count) => new Date(Date.now() + count * 60_000).toISOString();
const session = {
  session: 's1',
  brand: 'larkspur',
  connection: 'app',
  token: 'token-of-ada',
  tokenExpiresAt: inMinutes(10),
  assurance: 'verified',
  displayName: 'Ada',
  consumer: 'c1',
  family: 'f1',
  holdsUntil: inMinutes(60),
  renewFrom: inMinutes(48),
  graceUntil: inMinutes(70),
  conversation: null,
  offer: null,
  request: null,
  rejected: null,
  attempt: 'a1',
};

const answers = {
  '/v1/embed/larkspur': {
    brand: { slug: 'larkspur', name: 'Larkspur', accent: '#000000' },
    connection: {
      key: 'app',
      flow: 'implicit',
      method: 'm',
      interactive: false,
      window: false,
      stepUp: false,
      refresh: false,
    },
    minimum: 'anonymous',
    onRejected: 'refuse',
    demo: false,
    now: new Date().toISOString(),
  },
  '/v1/attempts': {
    attempt: 'a1',
    reason: 'first',
    issuer: 'i',
    clientId: 'c',
    scope: 'openid',
    nonce: 'n',
    expiresAt: inMinutes(10),
  },
  '/v1/sessions': session,
};

/** A service that answers what a phone asks, and says what it was given. */
function service() {
  const proofs = [];
  const fetch = async (url, { headers }) => {
    if (headers.dpop) proofs.push(headers.dpop);
    const { pathname } = new URL(url);
    return { status: 200, ok: true, json: async () => answers[pathname] };
  };
  class WebSocket {
    constructor(url) {
      this.url = url;
      setTimeout(() => this.onmessage({ data: '0{"sid":"s","pingInterval":25000,"pingTimeout":20000}' }), 0);
    }
    send(text) {
      const [, id, event] = /^42\/consumer,(\d+)(.*)$/s.exec(text) ?? [];
      if (text.startsWith('40')) proofs.push(JSON.parse(text.slice('40/consumer,'.length)).proof);
      const reply = id
        ? `43/consumer,${id}[${JSON.stringify(this.answerTo(JSON.parse(event)))}]`
        : '40/consumer,{"sid":"s"}';
      setTimeout(() => this.onmessage?.({ data: reply }), 0);
    }
    answerTo([name, input]) {
      const { text, clientId } = input;
      const value = {
        id: 'm1',
        conversation: 'k1',
        number: 1,
        from: 'consumer',
        by: null,
        text,
        event: null,
        at: '',
        clientId,
        stamp: {},
      };
      return { ok: true, value: name === 'message:send' ? value : null };
    }
    close() {}
  }
  return { fetch, WebSocket, proofs };
}

test('it proves, connects and writes where there are only the globals of React Native', async () => {
  const { proofs, ...network } = service();
  const context = reactNative(network);
  vm.runInContext(await bundled(), context);
  const { createChat, alone, bareDevice, MemoryKeyStore } = vm.runInContext('chatClient', context);
  const { makeKey, device } = cryptography();
  const asked = [];
  const app = createChat({
    apiUrl: 'https://chat.example',
    brand: 'larkspur',
    connection: 'app',
    person: 'ada',
    platform: alone(bareDevice(device)),
    keyStore: new MemoryKeyStore(makeKey),
    proof: async (request) => {
      asked.push(request);
      return { idToken: 'envelope' };
    },
  });
  const written = new Promise((resolve) => {
    app.subscribe(({ chat }) => chat.messages.length === 1 && resolve(chat));
  });
  await app.start();
  expect(app.state.identity).toMatchObject({ phase: 'open', session: { displayName: 'Ada' } });
  expect(asked).toMatchObject([{ reason: 'first', nonce: 'n' }]);
  app.send('From a phone');
  expect(await written).toMatchObject({
    connection: 'online',
    messages: [{ text: 'From a phone' }],
    unsent: [],
  });
  for (const proof of proofs) {
    const [header, payload, signature] = proof.split('.');
    const { jwk } = JSON.parse(Buffer.from(header, 'base64url'));
    const point = Buffer.concat([
      Buffer.from([4]),
      Buffer.from(jwk.x, 'base64url'),
      Buffer.from(jwk.y, 'base64url'),
    ]);
    expect(p256.verify(Buffer.from(signature, 'base64url'), Buffer.from(`${header}.${payload}`), point)).toBe(
      true,
    );
  }
  expect(proofs.length).toBeGreaterThan(2);
  app.dispose();
});

test('what a browser has is asked for by the parts for browsers only', async () => {
  const context = reactNative(service());
  expect(() => vm.runInContext('crypto', context)).toThrow('not defined');
  expect(() => vm.runInContext('btoa', context)).toThrow('not defined');
  expect(() => vm.runInContext('document', context)).toThrow('not defined');
  vm.runInContext(await bundled(), context);
  expect(vm.runInContext('typeof chatClient.browserPlatform', context)).toBe('function');
});
