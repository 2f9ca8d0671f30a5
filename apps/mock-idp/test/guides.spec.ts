import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { freePort } from '@countersign/ports';
import * as oidc from 'openid-client';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sendGoogleTo } from '../src/as-google/send.js';
import { Browser } from './support/browser.js';
import { ready } from './support/command.js';
import { commandsIn, readGuide, Workshop } from './support/guide.js';
import { type Seen, Visitor } from './support/visitor.js';

const workshops: Workshop[] = [];
afterEach(async () => {
  await Promise.all(workshops.splice(0).map((workshop) => workshop.close()));
});

/** Does what the guide says: writes its files, runs its commands in their order, on ports that are free. Answers the application's address. */
async function follow(name: string) {
  const blocks = readGuide(name);
  const ports = { 3000: await freePort(), 4000: await freePort() };
  const workshop = new Workshop(blocks, ports);
  workshops.push(workshop);
  const [standIn, application, ...more] = commandsIn(blocks);
  if (!standIn || !application || more.length > 0) throw new Error(`${name} does not have two commands`);
  await ready(workshop.run({ ...standIn, env: { ...standIn.env, PORT: String(ports[4000]) } }));
  await workshop.run(application).line('http://localhost:');
  return { app: `http://localhost:${ports[3000]}`, port: ports[4000], workshop };
}

type Begin = (visitor: Visitor, app: string) => Promise<Seen>;

/** Every guide of an application in Node, and where its reader begins to sign in. */
const guides: [string, Begin][] = [
  ['google-auth-library', (visitor, app) => visitor.open(`${app}/login`)],
  ['passport', (visitor, app) => visitor.open(`${app}/login`)],
  [
    'auth-js',
    async (visitor, app) => visitor.submit(await visitor.open(`${app}/auth/signin`), '/signin/google'),
  ],
];

test.each(guides)('the guide for %s logs in as printed', async (name, begin) => {
  const { app } = await follow(name);
  const visitor = new Visitor();
  const chooser = await begin(visitor, app);
  expect(chooser.text).toContain('Choose an account');
  const back = await visitor.signIn(chooser, 'ada');
  expect(back.text).toBe('Signed in as Ada Osei, ada@example.com');
  expect(back.address).toMatch(new RegExp(`^${app}/`));
});

test('the guide for better-auth logs in as printed, under the names of Google', async () => {
  const { app, port, workshop } = await follow('better-auth');
  // What the guide has Chromium do: this process goes there too, and believes that one authority.
  sendGoogleTo(port);
  const authority = readFileSync(workshop.path('.stand-in/tls-as-google/ca.pem'), 'utf8');
  setDefaultCACertificates([...getCACertificates(), authority]);
  const visitor = new Visitor();
  const chooser = await visitor.open(`${app}/login`);
  expect(chooser.address).toMatch(/^https:\/\/accounts\.google\.com\/interaction\//);
  const back = await visitor.signIn(chooser, 'ada');
  expect(back.text).toBe('Signed in as Ada Osei, ada@example.com');
});

type SpringSettings = {
  readonly server: { readonly port: number };
  readonly spring: {
    readonly security: {
      readonly oauth2: {
        readonly client: {
          readonly registration: { readonly google: Readonly<Record<string, string>> };
          readonly provider: { readonly google: Readonly<Record<string, string>> };
        };
      };
    };
  };
};

/** What a server makes of `application.yml`, by the issuer alone. */
async function discovered(path: string) {
  const settings = parse(readFileSync(path, 'utf8')) as SpringSettings;
  const { registration, provider } = settings.spring.security.oauth2.client;
  const { 'client-id': id = '', 'client-secret': secret = '', scope = '' } = registration.google;
  const redirect = (registration.google['redirect-uri'] ?? '')
    .replace('{baseUrl}', `http://localhost:${settings.server.port}`)
    .replace('{registrationId}', 'google');
  const issuer = new URL(provider.google['issuer-uri'] ?? '');
  const config = await oidc.discovery(issuer, id, undefined, oidc.ClientSecretBasic(secret), {
    execute: [oidc.allowInsecureRequests],
  });
  return { config, redirect, scope: scope.replaceAll(',', '') };
}

test('the guide for servers by discovery logs in as printed', async () => {
  const blocks = readGuide('by-discovery');
  const workshop = new Workshop(blocks, { 3000: await freePort(), 4000: await freePort() });
  workshops.push(workshop);
  const [standIn] = commandsIn(blocks);
  if (!standIn) throw new Error('the guide has no command');
  await ready(workshop.run({ ...standIn, env: { PORT: String(workshop.ports[4000]) } }));
  const { config, redirect, scope } = await discovered(workshop.path('application.yml'));
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  const address = oidc.buildAuthorizationUrl(config, { redirect_uri: redirect, scope, state, nonce });
  const browser = new Browser(`http://localhost:${workshop.ports[4000]}`);
  const back = await (await (await browser.open(address.href)).choose('ada')).allow();
  const tokens = await oidc.authorizationCodeGrant(config, new URL(back.address), {
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  expect(tokens.claims()).toMatchObject({ name: 'Ada Osei', email: 'ada@example.com', azp: 'my-app' });
});
