import { createHash, randomUUID } from 'node:crypto';
import {
  type AttemptView,
  attemptView,
  type BeginAttempt,
  type OpenSession,
  type Proof,
  type SessionView,
  sessionView,
} from '@countersign/contracts';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { Answer } from './answer.js';

type Key = { readonly privateKey: CryptoKey; readonly jwk: JWK; readonly thumbprint: string };

export type PageOptions = {
  readonly url: string;
  /** Where its requests go, when several processes serve the one address. */
  readonly via?: string;
  readonly brand: string;
  /** Null: an app, which sends no `Origin`. */
  readonly origin: string | null;
  readonly now: () => Date;
  /** With cookies, for a window of the service's own; a brand's page has none. */
  readonly fetch?: typeof fetch;
  /** Where it stands in a trace of its own. */
  readonly traceparent?: string;
};
export type Call = { readonly body?: unknown; readonly token?: string; readonly proof?: string | null };

/** A brand's page in one browser: holds a key, as the widget does, and speaks HTTP as the widget does. */
export class Page {
  private constructor(
    readonly options: PageOptions,
    private readonly key: Key,
  ) {}

  static async open(options: PageOptions): Promise<Page> {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const { kty, crv, x, y } = (await exportJWK(publicKey)) as Required<JWK>;
    const jwk = { kty, crv, x, y };
    return new Page(options, { privateKey, jwk, thumbprint: await calculateJwkThumbprint(jwk) });
  }

  get thumbprint(): string {
    return this.key.thumbprint;
  }

  /** The same browser on another page. */
  at(origin: string | null): Page {
    return new Page({ ...this.options, origin }, this.key);
  }

  /** The same key, with other settings. */
  with(options: PageOptions): Page {
    return new Page(options, this.key);
  }

  /** The same browser, served by another process. */
  through(via: string): Page {
    return new Page({ ...this.options, via }, this.key);
  }

  /** The same browser, which says with each request where it stands in a trace. */
  following(traceparent: string): Page {
    return new Page({ ...this.options, traceparent }, this.key);
  }

  /** A proof of possession. RFC 9449, section 4.2. */
  async possession(
    method: string,
    path: string,
    token?: string,
    claims: Record<string, unknown> = {},
  ): Promise<string> {
    const ath = token && createHash('sha256').update(token).digest('base64url');
    const { now, url } = this.options;
    return new SignJWT({
      htm: method,
      htu: `${url}${path.split('?')[0]}`,
      iat: Math.floor(now().getTime() / 1_000),
      jti: randomUUID(),
      ...(ath ? { ath } : {}),
      ...claims,
    })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: this.key.jwk })
      .sign(this.key.privateKey);
  }

  async call(method: string, path: string, { body, token, proof }: Call = {}): Promise<Answer> {
    const { origin, url, via = url, fetch: send = fetch, traceparent } = this.options;
    const possession = proof === undefined ? await this.possession(method, path, token) : proof;
    const headers = {
      ...(origin === null ? {} : { origin }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `DPoP ${token}` }),
      ...(possession === null ? {} : { dpop: possession }),
      ...(traceparent === undefined ? {} : { traceparent }),
    };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return Answer.of(await send(`${via}${path}`, { method, headers, ...content }));
  }

  /** @param request what it answers, where somebody has asked */
  tryAttempt(
    connection: string,
    reason: BeginAttempt['reason'] = 'first',
    request?: string,
  ): Promise<Answer> {
    const { brand } = this.options;
    const answering = request === undefined ? {} : { request };
    return this.call('POST', '/v1/attempts', { body: { brand, connection, reason, ...answering } });
  }

  async attempt(
    connection: string,
    reason: BeginAttempt['reason'] = 'first',
    request?: string,
  ): Promise<AttemptView> {
    return (await this.tryAttempt(connection, reason, request)).as(attemptView);
  }

  open(body: { kind: OpenSession['kind'] } & Record<string, unknown>): Promise<Answer> {
    return this.call('POST', '/v1/sessions', { body: { brand: this.options.brand, ...body } });
  }

  prove({ attempt }: Pick<AttemptView, 'attempt'>, proof: Proof): Promise<Answer> {
    return this.open({ kind: 'proof', attempt, proof });
  }

  tryAnonymous(connection: string): Promise<Answer> {
    return this.open({ kind: 'anonymous', connection });
  }

  async anonymous(connection: string): Promise<SessionView> {
    return (await this.tryAnonymous(connection)).as(sessionView);
  }

  resume(signedInAs: string | null): Promise<Answer> {
    return this.open({ kind: 'resume', signedInAs });
  }

  signOut(token: string): Promise<Answer> {
    return this.call('DELETE', '/v1/sessions/current', { token });
  }
}
