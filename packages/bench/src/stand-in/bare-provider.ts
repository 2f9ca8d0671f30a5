/** oidc-provider as it comes, with the least that a login needs around it. Started as a process of its own. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { bare } from '../env.js';
import { client } from './client.js';

const url = `http://localhost:${bare.port}`;
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

async function grantOf(ctx: KoaContextWithOIDC) {
  const { account, client: asking, provider } = ctx.oidc;
  if (!account || !asking) return undefined;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: asking.clientId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}

const provider = new Provider(url, {
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'RSA', use: 'sig', alg: 'RS256' }] },
  cookies: { keys: [randomBytes(32)] },
  clients: [
    {
      client_id: client.clientId,
      client_secret: client.clientSecret,
      redirect_uris: [client.redirectUri],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: {
    openid: ['sub'],
    email: ['email', 'email_verified'],
    profile: ['name', 'given_name', 'family_name'],
  },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  findAccount: (_ctx, accountId) => ({
    accountId,
    claims: () => ({
      sub: accountId,
      email: 'ada.osei@gmail.com',
      email_verified: true,
      name: 'Ada Osei',
      given_name: 'Ada',
      family_name: 'Osei',
    }),
  }),
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: grantOf,
});

const answer = provider.callback();

async function interact(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { uid } = await provider.interactionDetails(req, res);
  if (req.method === 'POST')
    return provider.interactionFinished(req, res, { login: { accountId: client.person } });
  res.setHeader('content-type', 'text/html');
  res.end(
    `<form method="post" action="/interaction/${uid}/account"><button name="account">Ada</button></form>`,
  );
}

createServer((req, res) => {
  if (req.url?.startsWith('/interaction/')) void interact(req, res);
  else void answer(req, res);
}).listen(bare.port, '127.0.0.1', () => process.stdout.write('the bare provider is ready\n'));
