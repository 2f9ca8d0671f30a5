import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { connectMockIdp } from '../src/control/index.js';
import { startMockIdp } from '../src/index.js';
import { Browser } from './support/browser.js';
import { callback } from './support/world.js';

test('a whole sign-in leaves no address, name, subject, secret, code or token in the logs', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const idp = await startMockIdp({ log: pino({ level: 'trace' }, stream) });
  const control = connectMockIdp(idp.url);
  const person = await control.person({ id: 'canary-1', name: 'Canary Bird', email: 'canary@gmail.com' });
  const client = await control.client({ issuer: 'google', name: 'Shop', redirectUris: [callback] });
  const query = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid email',
    state: 'canary-state',
    nonce: 'canary-nonce',
  });
  const chooser = await new Browser(idp.url).open(`${idp.url}/google/o/oauth2/v2/auth?${query}`);
  const back = await (await chooser.choose('canary-1')).allow();
  const code = back.query.get('code') ?? '';
  const response = await fetch(`${idp.url}/google/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      redirect_uri: callback,
      client_id: client.clientId,
      client_secret: client.clientSecret,
      code,
    }),
  });
  const tokens = (await response.json()) as { access_token: string; id_token: string };
  await fetch(`${idp.url}/google/revoke?token=${tokens.access_token}`, { method: 'POST' });
  await idp.close();

  const log = lines.join('');
  expect(log).toContain('/google/token');
  const secrets = [
    'canary',
    'Canary',
    person.subjects['google'] ?? '',
    client.clientSecret,
    code,
    code.slice(4),
    tokens.access_token.slice(5, 60),
    tokens.id_token,
  ];
  for (const secret of secrets) expect(log).not.toContain(secret);
});
