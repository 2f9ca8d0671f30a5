// A brand that has customers and a page, and no authorization server: this file is all it adds for the chat.
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createAuthorizationService, newSigningKey, proofHandler } from '@countersign/brand-kit';
import { middleware } from '@countersign/brand-kit/express';
import express from 'express';

const { ORIGIN = 'http://localhost:8080', CHAT = 'http://localhost:4100' } = process.env;
const { CHAT_SECRET, LOGOUT_URI, KEYS = 'acme-keys.json' } = process.env;

// What you have already: customers, and who of them is signed in with which cookie.
const customers = new Map([['c-42', { name: 'Ines Okafor', account_number: 'AC-0042' }]]);
const sessions = new Map();
const cookieIn = (text) => /(?:^|; )acme=([\w-]+)/.exec(text ?? '')?.[1];
const customerOf = async ({ headers }) => sessions.get(cookieIn(headers.get('cookie')));

// Made once and kept. Later rotateKeys() turns them, while the server runs.
if (!existsSync(KEYS)) writeFileSync(KEYS, JSON.stringify([await newSigningKey()]), { mode: 0o600 });

const service = createAuthorizationService({
  issuer: `${ORIGIN}/id`,
  clients: [
    {
      clientId: 'acme-chat',
      clientSecret: CHAT_SECRET ?? '',
      redirectUris: [`${ORIGIN}/chat/callback`],
      ...(LOGOUT_URI ? { backchannelLogoutUri: LOGOUT_URI } : {}),
    },
  ],
  keys: async () => JSON.parse(readFileSync(KEYS, 'utf8')),
  customerOf,
  claimsOf: async (subject) => customers.get(subject) ?? {},
  loginPage: ({ returnTo }) => `/?to=${encodeURIComponent(returnTo)}`,
});
const proof = proofHandler({ customerOf, proofFor: service.issueCode, onFailure: console.error });

const page = (subject, to) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Acme</title>
<h1>${subject ? `Hello, ${customers.get(subject).name}` : 'Acme'}</h1>
<form method="post" action="/${subject ? 'sign-out' : `sign-in?to=${encodeURIComponent(to ?? '')}`}">
  ${subject ? '' : '<label>Customer number <input name="customer" value="c-42"></label>'}
  <button>${subject ? 'Sign out' : 'Sign in'}</button>
</form>
<script src="${CHAT}/widget.js" async></script>
<countersign-chat brand="acme" connection="web" signed-in-as="${subject ?? ''}"></countersign-chat>
<script>
  window.getChatProof = async ({ signal, ...attempt }) => {
    const answer = await fetch('/api/chat-proof', {
      method: 'POST', signal, headers: { 'content-type': 'application/json' }, body: JSON.stringify(attempt) });
    if (answer.status === 401) return null;
    if (!answer.ok) throw new Error('no proof');
    return answer.json();
  };
</script></html>`;

const app = express();
app.use('/id', middleware(service.handler));
app.post('/api/chat-proof', middleware(proof));
app.get('/', ({ headers, query }, response) => {
  response.send(page(sessions.get(cookieIn(headers.cookie))?.subject, query.to));
});
app.post('/sign-in', express.urlencoded({ extended: false }), ({ body, query }, response) => {
  // Your password, your passkey: whatever you ask your customers is asked here.
  if (!customers.has(body.customer)) return response.status(403).send('No such customer.');
  const cookie = randomBytes(24).toString('base64url');
  sessions.set(cookie, { subject: body.customer, authTime: new Date(), sid: randomUUID() });
  response.cookie('acme', cookie, { httpOnly: true, sameSite: 'lax', secure: ORIGIN.startsWith('https:') });
  // Back to a window of the chat that waits, and nowhere else.
  return response.redirect(303, `${query.to}`.startsWith(`${ORIGIN}/id/`) ? query.to : '/');
});
app.post('/sign-out', async ({ headers }, response) => {
  const cookie = cookieIn(headers.cookie);
  const session = sessions.get(cookie);
  sessions.delete(cookie);
  if (session) await service.endSession({ subject: session.subject });
  response.clearCookie('acme').redirect(303, '/');
});
app.listen(new URL(ORIGIN).port, () => console.log(`Acme answers at ${ORIGIN}`));
