import type { IncomingMessage } from 'node:http';
import type Provider from 'oidc-provider';
import {
  again,
  basicCredentials,
  type Exchange,
  note,
  readForm,
  redirect,
  sendHtml,
  sendJson,
} from '../http/index.js';
import { errorPage } from '../pages/index.js';
import type { IssuedCode } from '../profiles/index.js';
import type { World } from '../world/index.js';
import { hidden, hideToken } from './asked.js';
import { accessTokenOf, bearer } from './bearer.js';
import type { ErrorPages } from './error-pages.js';
import { answerGrant } from './grant-types.js';
import { tellWithoutOpenId } from './userinfo.js';

/** What goes on to oidc-provider, or nothing: then the exchange has been answered. */
export type Passed = IncomingMessage | undefined;

/** Sent by a GET or, as OpenID Connect Core 1.0, section 3.1.2.1, has it, by a POST. */
const asked = async ({ req, url }: Exchange): Promise<URLSearchParams> =>
  req.method === 'POST' ? readForm(req) : url.searchParams;

/** An authorization request: refused with a page, or told to oidc-provider in its own terms. */
export async function passAuthorization(
  world: World,
  pages: ErrorPages,
  exchange: Exchange,
): Promise<Passed> {
  const { req, res, url } = exchange;
  const { profile, clients, key, label } = world;
  const query = await asked(exchange);
  const clientId = query.get('client_id');
  const said = (name: string) => query.get(name) ?? undefined;
  note(res, { clientId: said('client_id'), state: said('state'), loginHint: said('login_hint') });
  const client = clients.find(key, clientId ?? '');
  const refusal = profile.judgeAuthorization?.({ query, client });
  if (refusal) {
    const address = pages.address(refusal, clientId);
    if (address) redirect(exchange, address);
    else sendHtml(exchange, refusal.status, errorPage({ label, ...refusal }));
    return undefined;
  }
  const told = profile.translate?.(query) ?? query;
  const typed = profile.responseTypes.includes(hidden) ? hideToken(told) : told;
  url.search = typed.toString();
  return req.method === 'POST' ? Object.assign(again(req, ''), { method: 'GET' }) : req;
}

async function issuedCode(
  { profile, logins }: World,
  provider: Provider,
  { res }: Exchange,
  value: string,
): Promise<IssuedCode | undefined> {
  if (!value.startsWith(profile.codePrefix)) return undefined;
  const code = await provider.AuthorizationCode.find(value.slice(profile.codePrefix.length));
  if (!code) return undefined;
  note(res, { ...logins.of(code.grantId) });
  return {
    clientId: code.clientId ?? '',
    redirectUri: code.redirectUri ?? '',
    codeChallenge: code.codeChallenge,
    spent: !code.isValid,
  };
}

/** A token request: refused in the provider's words, or passed on with its code as oidc-provider made it. */
export async function passTokenRequest(
  world: World,
  provider: Provider,
  exchange: Exchange,
): Promise<Passed> {
  const { req, res } = exchange;
  const form = await readForm(req);
  const basic = basicCredentials(req);
  const clientId = basic?.clientId ?? form.get('client_id') ?? undefined;
  const clientSecret = basic?.clientSecret ?? form.get('client_secret') ?? undefined;
  note(res, { clientId });
  const code = await issuedCode(world, provider, exchange, form.get('code') ?? '');
  const client = world.clients.find(world.key, clientId ?? '');
  const refusal = world.profile.judgeToken?.({ form, clientId, clientSecret, client, code });
  if (refusal) {
    const { status, error, description } = refusal;
    sendJson(exchange, status, { error, error_description: description });
    return undefined;
  }
  if (await answerGrant(world, provider, exchange, { form, client, clientSecret })) return undefined;
  const value = form.get('code');
  if (value?.startsWith(world.profile.codePrefix))
    form.set('code', value.slice(world.profile.codePrefix.length));
  return again(req, form.toString());
}

/** A userinfo request: the token goes on as oidc-provider made it, in a header, wherever it was. */
export async function passUserinfo(world: World, provider: Provider, exchange: Exchange): Promise<Passed> {
  const { req, res, url } = exchange;
  if (req.method !== 'GET' && req.method !== 'POST') return req;
  const token = await bearer(exchange);
  const known = await accessTokenOf(world, provider, token);
  note(res, { clientId: known?.clientId, ...world.logins.of(known?.grantId) });
  if (known && tellWithoutOpenId(world, exchange, known)) return undefined;
  url.search = '';
  const passed = again(req, '');
  passed.method = 'GET';
  const { authorization: _, 'content-type': _type, ...headers } = passed.headers;
  const inner = known ? token.slice(world.profile.accessTokenPrefix.length) : 'unknown';
  passed.headers = token === '' ? headers : { ...headers, authorization: `Bearer ${inner}` };
  return passed;
}
