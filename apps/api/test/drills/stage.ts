import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ConnectionInput, type Proof, sessionView } from '@countersign/contracts';
import type { ProofPolicy, VerifyProof } from '@countersign/protocol';
import {
  type Attack,
  type Change,
  type HonestProof,
  honestProofs,
  type Keyring,
  present,
} from '@countersign/protocol/attacks';
import type { JWK } from 'jose';
import { Sealer } from '../../dist/common/sealer.js';
import { EncryptionKeysRepository } from '../../dist/connections/encryption-keys.repository.js';
import type { Answer } from '../house/answer.js';
import type { House } from '../house/house.js';
import { code, implicit, type Larkspur, makeLarkspur } from '../house/larkspur.js';
import { json } from '../house/provider.js';

const SLUG = 'attacked';

/** What was presented, and what came of it. */
export type Shown = { readonly attempt: string; readonly token: string; readonly answer: Answer };

type Scene = { readonly url: string; keys: readonly JWK[]; token: string; accessToken: string };

/** A brand whose issuer publishes and answers whatever a row of the attack table needs, before the running API. */
export class Stage {
  private readonly scenes: Scene[] = [];
  private set: string | undefined;
  private larkspur: Larkspur | undefined;

  private constructor(
    private readonly house: House,
    private readonly ring: Keyring,
    private readonly server: Server,
  ) {
    server.on('request', ({ url = '' }, response) => {
      const [, number = '', path = ''] = /^\/scene-(\d+)\/(.*)$/.exec(url) ?? [];
      const scene = this.scenes[Number(number)];
      if (!scene) return json(response, {}, 404);
      if (path === 'keys') return json(response, { keys: scene.keys });
      const tokens = { id_token: scene.token, access_token: scene.accessToken, token_type: 'Bearer' };
      if (path === 'token') return json(response, tokens);
      const [issuer, of] = [scene.url, (name: string) => `${scene.url}/${name}`];
      const endpoints = { authorization_endpoint: of('authorize'), token_endpoint: of('token') };
      return json(response, { issuer, jwks_uri: of('keys'), ...endpoints });
    });
  }

  static async open(house: House, ring: Keyring): Promise<Stage> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Stage(house, ring, server);
  }

  /** The honest proof of an attack, spoilt by one of its changes, by way of a page of the brand. */
  async show(of: Attack['of'], change: Change = {}): Promise<Shown> {
    // Past the pause between two looks at the keys, so that no row waits for the row before.
    this.house.later({ seconds: 11 });
    const rules = { ...(await this.rulesOf(of)), ...change.rules };
    const scene = await this.setFor(rules, change);
    const { begunAgo = 0 }: HonestProof = await honestProofs[of](nowhere);
    const page = await (this.larkspur as Larkspur).page();
    const attempt = await page.attempt('site');
    this.house.later({ seconds: begunAgo - (change.attemptLater ?? 0) });
    const { clientId: audience, nonce } = attempt;
    const world = { issuer: scene.url, audience, nonce, now: this.house.now() };
    const proof = await present(of, world, this.ring, change);
    this.house.later({ seconds: change.later ?? 0 });
    scene.token = proof.token;
    scene.accessToken = proof.accessToken ?? 'the-access-token';
    const answer = await page.prove(attempt, proofOf(proof, rules));
    return { attempt: attempt.attempt, token: proof.token, answer };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async rulesOf(of: Attack['of']): Promise<Partial<ProofPolicy>> {
    return (await honestProofs[of](nowhere)).rules ?? {};
  }

  /** The brand as the row needs it. A code is used up by its issuer, and keys lie in caches: both get a new one. */
  private async setFor(rules: Partial<ProofPolicy>, { keys }: Change): Promise<Scene> {
    const wanted = JSON.stringify(rules);
    const last = this.scenes.at(-1);
    if (last && this.set === wanted && !keys && rules.flow !== 'code') return last;
    const { port } = this.server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/scene-${this.scenes.length}`;
    const published = keys ? keys(this.ring.published, this.ring) : this.ring.published;
    const scene: Scene = { url, keys: published, token: '', accessToken: '' };
    this.scenes.push(scene);
    this.set = keys ? undefined : wanted;
    const fresh = this.larkspur === undefined;
    this.larkspur = await makeLarkspur(this.house, [connectionOf(rules, url)], {
      slug: SLUG,
      issuers: [{ url, label: 'Attacked' }],
    });
    if (fresh) await this.lendKeys(this.larkspur.view.id);
    return scene;
  }

  /** The brand's encryption keys become those of the attacks, stored as the service stores its own. */
  private async lendKeys(brandId: string): Promise<void> {
    const [repository, sealer] = [this.house.app.get(EncryptionKeysRepository), this.house.app.get(Sealer)];
    for (const jwk of this.ring.decryptionKeys) {
      const id = jwk.kid ?? '';
      const place = [brandId, 'encryption_keys', 'private_jwk', id] as const;
      await repository.add(brandId, {
        id,
        algorithm: jwk.alg as 'ECDH-ES',
        state: 'retired',
        stateSince: new Date(Date.now() + 86_400_000),
        publicJwk: {},
        privateJwk: sealer.seal(JSON.stringify(jwk), place),
      });
    }
  }
}

const nowhere = { issuer: '', audience: '', nonce: '', now: new Date(0) };

const proofOf = ({ token, code: given }: VerifyProof, { flow }: Partial<ProofPolicy>): Proof =>
  flow === 'code' ? { code: given ?? 'the-code' } : { idToken: token };

function connectionOf(rules: Partial<ProofPolicy>, issuer: string): ConnectionInput {
  const { algorithms, encryption, hostedDomain, acrValues, maxAgeSeconds, authorizedParties, flow } = rules;
  const common = {
    ...(algorithms ? { algorithms: [...algorithms] } : {}),
    ...(hostedDomain === undefined ? {} : { hostedDomain }),
    ...(acrValues ? { acrValues: [...acrValues] } : {}),
    ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
    ...(authorizedParties ? { authorizedParties: [...authorizedParties] } : {}),
    label: 'Attacked',
  };
  return flow === 'code'
    ? code('site', issuer, common)
    : implicit('site', { issuer, encryption: encryption ?? 'optional', ...common });
}

export const isVerified = ({ answer }: Shown): boolean =>
  answer.status === 200 && answer.as(sessionView).assurance === 'verified';
