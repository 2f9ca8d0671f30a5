import { setTimeout as pause } from 'node:timers/promises';
import type { RejectionReason, TokenResponse, UserinfoClaims } from '@countersign/claims';
import {
  basicCredentials,
  type CheckedCode,
  type Discovery,
  type Outcome,
  readDiscovery,
  readKeys,
  readTokens,
  readUserinfo,
  refused,
  reject,
  tokenForm,
} from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { Clock } from '../common/clock.js';
import { type Fetched, Kept } from './kept.js';
import { OutboundClient } from './outbound.client.js';

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

  async discover({ id, url }: IssuerSource): Promise<Discovery | undefined> {
    return this.documents.get(url, async () => {
      // A slash at the end belongs to the issuer's name, not to this path. OpenID Connect Discovery 1.0, section 4.1.
      const document = `${url.replace(/\/$/, '')}/.well-known/openid-configuration`;
      const sent = await this.outbound.send({ url: document, method: 'GET', breaker: `${id} discovery` });
      const read = sent.ok ? readDiscovery(sent.answer, url) : undefined;
      return sent.ok && read?.ok ? { value: read.value, maxAgeSeconds: sent.maxAgeSeconds } : undefined;
    });
  }

  /** The issuer's keys; looked at once more when the named one is not among them. */
  async keysFor(issuer: IssuerSource, keyId: string | undefined): Promise<readonly JWK[] | undefined> {
    if (issuer.keys) return issuer.keys;
    const uri = issuer.discovery ? (await this.discover(issuer))?.jwks_uri : issuer.jwksUri;
    if (!uri) return undefined;
    const fetch = () => this.fetchKeys(issuer, uri);
    const known = await this.keySets.get(uri, fetch);
    if (!known || keyId === undefined || known.some(({ kid }) => kid === keyId)) return known;
    return (await this.keySets.again(uri, fetch)) ?? known;
  }

  async redeem(
    endpoint: string,
    client: TokenClient,
    code: CheckedCode,
    codeVerifier: string | undefined,
  ): Promise<Outcome<TokenResponse>> {
    const form = tokenForm(code, codeVerifier);
    const basic = client.authMethod === 'client_secret_basic';
    if (!basic) {
      form.set('client_id', client.clientId);
      form.set('client_secret', client.clientSecret);
    }
    const headers = basic ? { authorization: basicCredentials(client.clientId, client.clientSecret) } : {};
    const sent = await this.outbound.send({
      url: endpoint,
      method: 'POST',
      form,
      headers,
      breaker: client.breaker,
    });
    return sent.ok ? readTokens(sent.answer) : refusedBy(sent.reason);
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

  private async fetchKeys({ id }: IssuerSource, url: string): Promise<Fetched<readonly JWK[]> | undefined> {
    const sent = await this.outbound.send({ url, method: 'GET', breaker: `${id} keys` });
    const read = sent.ok ? readKeys(sent.answer) : undefined;
    return sent.ok && read?.ok ? { value: read.value, maxAgeSeconds: sent.maxAgeSeconds } : undefined;
  }
}

const refusedBy = (reason: RejectionReason) => refused(reject(reason));
