import { setTimeout as pause } from 'node:timers/promises';
import type { RejectionReason, TokenResponse, UserinfoClaims } from '@countersign/claims';
import {
  accepted,
  basicCredentials,
  type CheckedCode,
  type Discovery,
  type Outcome,
  type ProviderAnswer,
  type Rejection,
  readDiscovery,
  readKeys,
  readRenewedTokens,
  readTokens,
  readUserinfo,
  refreshForm,
  refused,
  reject,
  tokenForm,
} from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { Clock } from '../common/clock.js';
import { type Fetched, Kept } from './kept.js';
import { type OutboundAnswer, OutboundClient } from './outbound.client.js';

export type IssuerSource = {
  readonly id: string;
  readonly url: string;
  readonly discovery: boolean;
  readonly jwksUri: string | null;
  readonly keys: readonly JWK[] | null;
};
export type TokenClient = {
  readonly breaker: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authMethod: 'client_secret_basic' | 'client_secret_post';
};

export type LookedAt = {
  readonly asked: string;
  readonly sent: OutboundAnswer;
  /** Of an answer: the document, or what is wrong with it. */
  readonly read?: Outcome<Discovery>;
};

// A slash at the end belongs to the issuer's name, not to this path. OpenID Connect Discovery 1.0, section 4.1.
const documentOf = (issuer: string) => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

/** Asks providers, decides nothing: what an answer means is judged in `protocol`. */
@Injectable()
export class ProviderClient {
  private readonly documents: Kept<Discovery>;
  private readonly keySets: Kept<readonly JWK[]>;

  constructor(
    private readonly outbound: OutboundClient,
    clock: Clock,
  ) {
    const now = () => clock.now().getTime();
    this.documents = new Kept(now, async (ms) => pause(ms));
    this.keySets = new Kept(now, async (ms) => pause(ms));
  }

  discover({ id, url }: IssuerSource): Promise<Outcome<Discovery>> {
    return this.documents.get(url, async () => {
      const sent = await this.outbound.send({
        url: documentOf(url),
        method: 'GET',
        breaker: `${id} discovery`,
      });
      return fetched(sent, (answer) => readDiscovery(answer, url));
    });
  }

  /** The document as it is now, for whoever sets a connection up: nothing is kept, and no login waits for it. */
  async lookAt(url: string, breaker: string): Promise<LookedAt> {
    const asked = documentOf(url);
    const sent = await this.outbound.send({ url: asked, method: 'GET', breaker });
    return { asked, sent, ...(sent.ok ? { read: readDiscovery(sent.answer, url) } : {}) };
  }

  /** The keys at an address, for the same: nothing is kept. */
  async lookAtKeys(url: string, breaker: string): Promise<Outcome<readonly JWK[]>> {
    const sent = await this.outbound.send({ url, method: 'GET', breaker });
    return sent.ok ? readKeys(sent.answer) : refusedBy(sent.reason);
  }

  /** The issuer's keys; looked at once more when the named one is not among them. */
  async keysFor(issuer: IssuerSource, keyId: string | undefined): Promise<Outcome<readonly JWK[]>> {
    if (issuer.keys) return accepted(issuer.keys);
    const address = await this.addressOfKeys(issuer);
    if (!address.ok) return withoutKeys(address.rejection);
    const fetch = () => this.fetchKeys(issuer, address.value);
    const known = await this.keySets.get(address.value, fetch);
    const suffices = known.ok && (keyId === undefined || known.value.some(({ kid }) => kid === keyId));
    const keys = suffices || !known.ok ? known : await this.keySets.again(address.value, fetch);
    return keys.ok ? keys : withoutKeys(keys.rejection);
  }

  async redeem(
    endpoint: string,
    client: TokenClient,
    code: CheckedCode,
    codeVerifier: string | undefined,
  ): Promise<Outcome<TokenResponse>> {
    const sent = await this.askForTokens(endpoint, client, tokenForm(code, codeVerifier));
    return sent.ok ? readTokens(sent.answer) : refusedBy(sent.reason);
  }

  /** New tokens for a refresh token: RFC 6749, section 6. */
  async renew(endpoint: string, client: TokenClient, refreshToken: string): Promise<Outcome<TokenResponse>> {
    const sent = await this.askForTokens(endpoint, client, refreshForm(refreshToken));
    return sent.ok ? readRenewedTokens(sent.answer) : refusedBy(sent.reason);
  }

  async userinfo(
    endpoint: string,
    breaker: string,
    accessToken: string,
    subject: string,
  ): Promise<Outcome<UserinfoClaims>> {
    const headers = { authorization: `Bearer ${accessToken}` };
    const sent = await this.outbound.send({ url: endpoint, method: 'GET', headers, breaker });
    return sent.ok ? readUserinfo(sent.answer, subject) : refusedBy(sent.reason);
  }

  private askForTokens(
    url: string,
    { clientId, clientSecret, authMethod, breaker }: TokenClient,
    form: URLSearchParams,
  ): Promise<OutboundAnswer> {
    const basic = authMethod === 'client_secret_basic';
    if (!basic) {
      form.set('client_id', clientId);
      form.set('client_secret', clientSecret);
    }
    const headers = basic ? { authorization: basicCredentials(clientId, clientSecret) } : {};
    return this.outbound.send({ url, method: 'POST', form, headers, breaker });
  }

  private async addressOfKeys(issuer: IssuerSource): Promise<Outcome<string>> {
    if (!issuer.discovery) return accepted(issuer.jwksUri ?? '');
    const document = await this.discover(issuer);
    return document.ok ? accepted(document.value.jwks_uri) : document;
  }

  private async fetchKeys({ id }: IssuerSource, url: string): Promise<Outcome<Fetched<readonly JWK[]>>> {
    return fetched(await this.outbound.send({ url, method: 'GET', breaker: `${id} keys` }), readKeys);
  }
}

function fetched<Value>(
  sent: OutboundAnswer,
  read: (answer: ProviderAnswer) => Outcome<Value>,
): Outcome<Fetched<Value>> {
  if (!sent.ok) return refusedBy(sent.reason);
  const value = read(sent.answer);
  return value.ok ? accepted({ value: value.value, maxAgeSeconds: sent.maxAgeSeconds }) : value;
}

/** What the reader of a trace can act on: an address that is never called, a pause, or keys that did not come, and why. */
const withoutKeys = ({ reason }: Rejection): Outcome<never> =>
  reason === 'address_forbidden' || reason === 'provider_paused'
    ? refusedBy(reason)
    : refused(reject('keys_unavailable', 'a JWK Set', reason));

const refusedBy = (reason: RejectionReason) => refused(reject(reason));
