import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { sendGoogleTo } from '../src/as-google/send.js';
import { ready } from './support/command.js';
import { commandsIn, readGuide, Workshop } from './support/guide.js';
import { type Seen, Visitor } from './support/visitor.js';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

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
