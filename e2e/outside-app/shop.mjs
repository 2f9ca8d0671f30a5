// A shop of its own: it signs its customers in at Google, remembers them in a cookie and has the chat on its pages.
// It knows Countersign by a snippet and brand-kit, and reads its secrets from a file: here the one of the tests.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createEnvelopeMinter, jwksOf, proofHandler } from '@countersign/brand-kit';
import * as oidc from 'openid-client';

const origin = process.env.SHOP_URL ?? 'http://sundry.localhost:5300';
const { addresses, brands } = JSON.parse(readFileSync(process.env.COUNTERSIGN_HOUSE ?? '', 'utf8'));
const { clients, connections } = brands.sundry;
const redirectUri = `${origin}/login/callback`;
const keyId = 'sundry-1';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateJwk = privateKey.export({ format: 'jwk' });
const publicJwk = { ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' };

const google = await oidc.discovery(
  new URL(clients.login.issuer),
  clients.login.clientId,
  clients.login.clientSecret,
  undefined,
  // Tests run without https.
  { execute: [oidc.allowInsecureRequests] },
);
const minter = createEnvelopeMinter({
  issuer: origin,
  audience: connections.web.audience,
  keyId,
  privateKey: privateJwk,
});

/** Logins under way, by `state`, and who is signed in, by session. */
const begun = new Map();
const sessions = new Map();
const cookieOf = (request) => /(?:^|; )shop=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
const customerOf = async (request) => sessions.get(cookieOf(request));
const escaped = (text) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const goTo = (location, headers = {}) =>
  new Response(null, { status: 303, headers: { location, ...headers } });

const page = (customer) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Sundry Goods</title>
<h1>${customer ? `Hello, ${escaped(customer.name)}` : 'Sundry Goods'}</h1>
${customer ? '' : '<a href="/login">Sign in with Google</a>'}
<script src="${addresses.api}/widget.js" async></script>
<countersign-chat brand="sundry" connection="web" signed-in-as="${escaped(customer?.id ?? '')}"></countersign-chat>
<script>
  window.getChatProof = async ({ signal, ...attempt }) => {
    const answer = await fetch('/api/chat-proof', {
      method: 'POST', signal, headers: { 'content-type': 'application/json' }, body: JSON.stringify(attempt) });
    if (answer.status === 401) return null;
    if (!answer.ok) throw new Error('no proof');
    return answer.json();
  };
  (window.countersign ??= []).push({ pageFacts: { viewing: 'Lamps' } });
</script></html>`;

async function login() {
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
  begun.set(state, { nonce, verifier });
  const parameters = {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  return goTo(oidc.buildAuthorizationUrl(google, parameters).href);
}

async function callback(url) {
  const state = url.searchParams.get('state') ?? '';
  const login = begun.get(state);
  begun.delete(state);
  if (!login) return goTo('/');
  try {
    const tokens = await oidc.authorizationCodeGrant(google, url, {
      expectedState: state,
      expectedNonce: login.nonce,
      pkceCodeVerifier: login.verifier,
    });
    const { sub, name = 'Customer' } = tokens.claims();
    const session = randomBytes(24).toString('base64url');
    sessions.set(session, { id: `sun-${sub}`, name, account_number: `SG-${sub.slice(-6)}` });
    return goTo('/', { 'set-cookie': `shop=${session}; HttpOnly; SameSite=Lax; Path=/` });
  } catch (error) {
    process.stderr.write(`sign-in failed: ${error.code ?? error.name}\n`);
    const html =
      '<!doctype html><title>Sundry Goods</title><h1>Google could not sign you in. Please try again.</h1>';
    return new Response(html, { status: 502, headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
}

const prove = proofHandler({
  customerOf,
  proofFor: async ({ id, ...claims }, { nonce }) => ({
    idToken: await minter.mint({ subject: id, nonce, claims }),
  }),
  onFailure: (error) => process.stderr.write(`no proof: ${error}\n`),
});

async function answer(request) {
  const url = new URL(request.url);
  switch (url.pathname) {
    case '/login':
      return login();
    case '/login/callback':
      return callback(url);
    case '/api/chat-proof':
      return prove(request);
    case '/.well-known/jwks.json':
      return Response.json(jwksOf([publicJwk]));
    default:
      return new Response(page(await customerOf(request)), {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
  }
}

async function fetchRequest({ method, url, headers }, body) {
  return new Request(new URL(url, origin), { method, headers, ...(method === 'POST' ? { body } : {}) });
}

const server = createServer(async (incoming, outgoing) => {
  let body = '';
  for await (const chunk of incoming) body += chunk;
  const answered = await answer(await fetchRequest(incoming, body));
  outgoing.writeHead(answered.status, Object.fromEntries(answered.headers)).end(await answered.text());
});
server.listen(Number(new URL(origin).port), '127.0.0.1', () =>
  process.stdout.write(`shop ready at ${origin}\n`),
);
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
});
