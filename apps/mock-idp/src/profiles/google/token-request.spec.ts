import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Client } from '../../clients/index.js';
import type { TokenRequest } from '../profile.js';
import { judgeToken } from './token-request.js';

const client: Client = {
  issuer: 'google',
  clientId: 'shop',
  clientSecret: 'secret',
  name: 'Shop',
  redirectUris: ['https://shop.example/callback'],
  project: 'shop',
  backend: false,
  codesFor: [],
  consent: 'ask',
  signInByHint: false,
  testing: false,
};

const verifier = 'v'.repeat(43);

const good = (): TokenRequest => ({
  form: new URLSearchParams({
    grant_type: 'authorization_code',
    redirect_uri: 'https://shop.example/callback',
    code: '4/0Agood',
    code_verifier: verifier,
  }),
  clientId: 'shop',
  clientSecret: 'secret',
  client,
  code: {
    clientId: 'shop',
    redirectUri: 'https://shop.example/callback',
    codeChallenge: createHash('sha256').update(verifier).digest('base64url'),
    spent: false,
  },
});

const judged = (request: TokenRequest) => judgeToken(request)?.description;

test('a request that is right passes', () => {
  expect(judgeToken(good())).toBeUndefined();
});

test('G59: everything is wrong, and put right one by one in the order of the checks', () => {
  const wrong: TokenRequest = {
    form: new URLSearchParams(),
    clientId: undefined,
    clientSecret: undefined,
    client: undefined,
    code: undefined,
  };
  const { form } = wrong;
  const seen: (string | undefined)[] = [judged(wrong)];
  const see = (request: TokenRequest) => seen.push(judged(request));

  form.set('grant_type', 'authorization_code');
  see(wrong);
  form.set('redirect_uri', 'https://shop.example/elsewhere');
  see(wrong);
  const named = { ...wrong, clientId: 'shop', client };
  see({ ...named, client: undefined });
  see(named);
  const secret = { ...named, clientSecret: 'wrong' };
  see(secret);
  form.set('code', 'bad');
  see(secret);
  form.set('code', '4/0Agood');
  see(secret);
  const code = { ...good().code, spent: false, clientId: 'other', redirectUri: 'x', codeChallenge: 'y' };
  see({ ...secret, code });
  form.set('code_verifier', verifier);
  see({ ...secret, code });
  const proven = { ...code, codeChallenge: good().code?.codeChallenge };
  see({ ...secret, code: proven });
  see({ ...secret, code: { ...proven, clientId: 'shop' } });
  see({
    ...secret,
    code: { ...proven, clientId: 'shop', redirectUri: 'https://shop.example/elsewhere' },
  });

  expect(seen).toEqual([
    'Invalid grant_type: ',
    'Missing required parameter: redirect_uri',
    'Could not determine client ID from request.',
    'The OAuth client was not found.',
    'client_secret is missing.',
    'Missing required parameter: code',
    'Malformed auth code.',
    'Bad Request',
    'Missing code verifier.',
    'Invalid code verifier.',
    'Bad Request',
    'Bad Request',
    'Unauthorized',
  ]);
});
