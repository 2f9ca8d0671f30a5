import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'undici';

/** What a relying party knows of the provider it logs in at. */
export type Party = {
  readonly pool: Pool;
  /** Where the provider is, without a path. */
  readonly origin: string;
  readonly authorization: string;
  readonly token: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** What the form of the provider's page is answered with. */
  readonly choice: string;
};

type Step = { readonly status: number; readonly location: string | undefined; readonly text: string };

/** One browser: its cookies, whatever path they are for. */
class Visit {
  readonly #cookies = new Map<string, string>();

  constructor(readonly pool: Pool) {}

  async ask(path: string, form?: string): Promise<Step> {
    const { statusCode, headers, body } = await this.pool.request({
      path,
      method: form === undefined ? 'GET' : 'POST',
      headers: {
        cookie: [...this.#cookies.values()].join('; '),
        accept: 'text/html',
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form === undefined ? {} : { body: form }),
    });
    for (const line of [headers['set-cookie'] ?? []].flat()) this.#keep(line);
    const { location } = headers;
    return {
      status: statusCode,
      location: typeof location === 'string' ? location : undefined,
      text: await body.text(),
    };
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = ''] = pair.split('=');
    if (/expires=thu, 01 jan 1970/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, pair);
  }
}

const pathOf = (location: string | undefined, origin: string): string => {
  if (location === undefined) throw new Error('a redirect was expected');
  const { pathname, search } = new URL(location, origin);
  return `${pathname}${search}`;
};

/** The way to the callback: request, page, choice, return. */
async function codeOf(party: Party, challenge: string): Promise<string> {
  const visit = new Visit(party.pool);
  const query = new URLSearchParams({
    client_id: party.clientId,
    redirect_uri: party.redirectUri,
    response_type: 'code',
    scope: 'openid email profile',
    state: randomBytes(8).toString('hex'),
    nonce: randomBytes(8).toString('hex'),
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const asked = await visit.ask(`${party.authorization}?${query}`);
  const page = await visit.ask(pathOf(asked.location, party.origin));
  const [, action = ''] = /action="([^"]*\/account)"/.exec(page.text) ?? [];
  const chosen = await visit.ask(pathOf(action, party.origin), party.choice);
  const returned = await visit.ask(pathOf(chosen.location, party.origin));
  const code = new URL(returned.location ?? '', party.origin).searchParams.get('code');
  if (!code) throw new Error(`no code came back: ${returned.status} ${returned.location ?? returned.text}`);
  return code;
}

/** A whole login by the Code Flow with PKCE, in a browser of its own. Throws when no ID token came of it. */
export async function login(party: Party): Promise<void> {
  const verifier = randomBytes(32).toString('base64url');
  const code = await codeOf(party, createHash('sha256').update(verifier).digest('base64url'));
  const { body } = await party.pool.request({
    path: party.token,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: party.redirectUri,
      client_id: party.clientId,
      client_secret: party.clientSecret,
      code_verifier: verifier,
    }).toString(),
  });
  const { id_token: idToken } = (await body.json()) as { readonly id_token?: string };
  if (idToken?.split('.').length !== 3) throw new Error('no ID token came of the code');
}
