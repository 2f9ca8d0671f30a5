import { createLocalJWKSet, jwtVerify } from 'jose';
import type Provider from 'oidc-provider';
import { type Exchange, note, readForm, sendJson } from '../http/index.js';
import type { TokenInfo } from '../profiles/index.js';
import type { World } from '../world/index.js';
import { accessTokenOf, bearerIn } from './bearer.js';

type Told = Record<string, unknown> | undefined;

async function idTokenTold(world: World, told: TokenInfo, value: string): Promise<Told> {
  const keys = createLocalJWKSet({ keys: [...(await world.keys.published())] });
  try {
    const { payload, protectedHeader } = await jwtVerify(value, keys, {
      issuer: world.issuer,
      currentDate: world.clock.now(),
    });
    return told.idToken(payload, { ...protectedHeader });
  } catch {
    return undefined;
  }
}

async function accessTokenTold(
  world: World,
  provider: Provider,
  told: TokenInfo,
  { res }: Exchange,
  value: string,
): Promise<Told> {
  const { people, logins, clock, key } = world;
  const token = await accessTokenOf(world, provider, value);
  const person = people.bySubject(key, token?.accountId ?? '');
  if (!token?.clientId || !token.exp || !person) return undefined;
  const login = logins.of(token.grantId);
  note(res, { ...login });
  const exp = token.exp + clock.ahead;
  return told.accessToken({
    clientId: token.clientId,
    subject: token.accountId,
    scope: token.scope ?? '',
    exp,
    expiresIn: exp - clock.seconds,
    person,
    offline: login?.offline ?? false,
  });
}

/** What a token holds, for whoever holds it: an ID token, or an access token. */
export async function tokenInfo(
  world: World,
  provider: Provider,
  exchange: Exchange,
  told: TokenInfo,
): Promise<void> {
  const { req, url } = exchange;
  const form = req.method === 'POST' ? await readForm(req) : new URLSearchParams();
  const named = (name: string): string | undefined =>
    url.searchParams.get(name) ?? form.get(name) ?? undefined;
  const idToken = named('id_token');
  const accessToken = named('access_token') ?? bearerIn(req);
  const answer =
    idToken === undefined
      ? await accessTokenTold(world, provider, told, exchange, accessToken)
      : await idTokenTold(world, told, idToken);
  if (answer) return sendJson(exchange, 200, answer);
  const { status, error, description } = told.refused;
  sendJson(exchange, status, { error, error_description: description });
}
