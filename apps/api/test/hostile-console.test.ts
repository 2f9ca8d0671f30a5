import { randomUUID } from 'node:crypto';
import { type Caller, routes, webhookMade } from '@countersign/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Founder, Service } from './house/founder.js';
import { hostileTexts, spoiltByShapes, spoiltByText } from './house/hostile.js';

let service: Service;
let admin: Founder;
let endpoint: string;

const issuer = {
  ...{ url: 'https://login.acme.example', aliases: ['a'], label: 'Acme', discovery: false },
  jwksUri: 'https://login.acme.example/keys',
};
const connection = {
  ...{ key: 'web', label: 'Web', issuer: issuer.url, flow: 'code', clientId: 'chat', clientSecret: 'secret' },
  ...{ redirectUris: ['https://www.acme.example/callback'], origins: ['https://www.acme.example'] },
  ...{ tokenEndpoint: 'https://login.acme.example/token', mapping: { sub: 'sub' }, authoritative: ['*'] },
  ...{ stepUp: { maxAgeSeconds: 1 }, stepUpFor: ['offer'], scope: 'openid', method: 'getChatProof' },
};
const webhook = { url: 'http://localhost:9/hook', description: 'd', types: ['conversation.opened'] };

beforeAll(async () => {
  service = await Service.open({ RATE_LIMIT_PER_MINUTE: '100000', SIGN_UP_BRANDS: '1000' });
  admin = await service.founder('hostile@gmail.com', 'hostile');
  await admin.console('POST', '/connections', { issuer, connection });
  endpoint = (await admin.console('POST', '/webhooks', webhook)).as(webhookMade).endpoint.id;
});
afterAll(() => service.close());

type Name = keyof typeof routes;
const callers: readonly Caller[] = ['builder', 'admin', 'developer', 'lead', 'person'];
/** The last ones take away what the others are about; the keys are turned by a call that brings nothing. */
const last: readonly Name[] = ['removeConnection', 'removeWebhook', 'signUpLeaveAll'];
const names = (Object.keys(routes) as Name[])
  .filter(
    (name) => callers.includes(routes[name].caller) && name !== 'consoleRotateKeys' && name !== 'createBrand',
  )
  .toSorted((one, other) => Number(last.includes(one)) - Number(last.includes(other)));

/** Of the right form. */
const bodies: Partial<Record<Name, unknown>> = {
  renameBrand: { name: 'Acme' },
  saveLook: { accent: '#1f5a46', look: { radius: 4, side: 'left', greeting: { title: 'Hi' } } },
  inviteStaff: { email: 'noor@gmail.com', name: 'Noor', role: 'agent' },
  changeRole: { role: 'agent' },
  discover: { issuer: 'https://login.acme.example' },
  lookAtKey: { key: { kty: 'RSA', n: 'abc', e: 'AQAB' } },
  keepDraft: { step: 'way', keys: ['x'], mapping: { sub: 'sub' }, origins: ['x'], seen: null },
  previewFacts: { token: { sub: 'x' }, issuer: issuer.url, mapping: { sub: 'sub' }, authoritative: ['*'] },
  // The rest of it is in the one that changes one.
  makeConnection: {
    issuer: { url: issuer.url, label: 'Acme', discovery: true },
    connection: { key: 'other', label: 'Other', flow: 'implicit', issuer: issuer.url, origins: [] },
    promised: randomUUID(),
  },
  changeConnection: { issuer, connection },
  addApiKey: { connections: ['web'], rights: ['facts:write'] },
  createBrand: { name: 'Acme', slug: 'acme-x' },
  enterBrand: { brand: 'hostile' },
  setActions: { url: 'http://localhost:9/accepted', rotate: false },
  tryProof: { token: 'a.b.c' },
  makeWebhook: webhook,
  changeWebhook: { ...webhook, on: true },
  replayFailed: { since: '2026-11-28T12:00:00.000Z' },
};
const texts = ['a NUL', 'half a surrogate pair', 'a member of the prototype', 'ten thousand letters'].map(
  (name) => hostileTexts[name] ?? '',
);
const questions = ['search', 'before', 'limit', 'state', 'type', 'slug', 'outcome'];

test('each route of the console that takes a body has one that is spoilt here', () => {
  const taking = names.filter((name) => 'body' in routes[name]);
  expect(Object.keys(bodies).toSorted()).toEqual([...taking, 'createBrand'].toSorted());
});

async function troubledBy(name: Name): Promise<Record<string, number>> {
  const { method, path } = routes[name];
  const troubled: Record<string, number> = {};
  const ask = async (at: string, body?: unknown) => {
    const { status } = await admin.call(method as 'GET', at, method === 'GET' ? undefined : body);
    if (status >= 500) troubled[`${at} ${JSON.stringify(body)?.slice(0, 300)}`] = status;
  };
  const to = path
    .replace('{connection}', 'web')
    .replace('{webhook}', endpoint)
    .replaceAll(/\{[^}]+\}/g, randomUUID());
  const body = bodies[name];
  for (const text of texts) {
    const raw = encodeURIComponent(text.toWellFormed());
    await ask(path.replaceAll(/\{[^}]+\}/g, raw), body);
    await ask(`${to}?${questions.map((one) => `${one}=${raw}`).join('&')}`, body);
    if (body) for (const worse of spoiltByText(body, text)) await ask(to, worse);
  }
  if (body) for (const worse of spoiltByShapes(body)) await ask(to, worse);
  return troubled;
}

describe('nothing that an admin sends', () => {
  test.each(names)('troubles the route %s', async (name) => {
    expect(await troubledBy(name)).toEqual({});
  });
});

test('nothing that is sent in the place of a name or a body troubles the making of a brand', async () => {
  expect(await troubledBy('createBrand')).toEqual({});
});
