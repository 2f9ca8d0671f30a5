import type { connectionChange, putBrand } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { BrandsRepository, type NamedBrand, type SealedActions } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { Sealer } from '../common/sealer.js';
import { ConnectionsRepository } from '../connections/index.js';
import { authoritativeOf, methodOf, redirectUrisOf } from './defaults.js';
import { storedKey } from './pasted-key.js';

type Input = z.output<typeof putBrand>;
export type IssuerSaid = Input['issuers'][number];
/** Of a secret that is left out, the one that is there stays. */
export type ConnectionSaid = z.output<typeof connectionChange>;

const json = (value: unknown) => (value === undefined ? undefined : (value as Prisma.InputJsonObject));

/** Turns what the operator said into rows, secrets sealed. */
@Injectable()
export class BrandWriter {
  constructor(
    private readonly brands: BrandsRepository,
    private readonly connections: ConnectionsRepository,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** Answers the id the brand has: somebody else may have made it meanwhile, and secrets are sealed to their place. */
  async write(brand: NamedBrand, input: Input): Promise<string> {
    const now = this.clock.now();
    const settings = {
      facts: input.facts as Prisma.InputJsonArray,
      conversationDays: input.conversationDays ?? null,
      ...(input.look ? { look: input.look } : {}),
    };
    const stored = await this.brands.put(brand, undefined, settings, now);
    if (input.agentSignIn) await this.brands.put(stored, json(this.signIn(stored.id, input)), settings, now);
    await this.brands.putActions(stored.id, this.actions(stored.id, input));
    for (const issuer of input.issuers) await this.putIssuer(stored.id, issuer);
    const known = await this.connections.idsByKey(stored.id);
    for (const connection of input.connections)
      await this.putConnection(stored.id, known.get(connection.key) ?? newId(now), connection);
    await this.connections.removeOthers(
      stored.id,
      input.connections.map(({ key }) => key),
      now,
    );
    return stored.id;
  }

  async putIssuer(brandId: string, { keys, jwksUri, ...issuer }: IssuerSaid): Promise<void> {
    await this.connections.putIssuer(brandId, newId(this.clock.now()), {
      ...issuer,
      jwksUri: jwksUri ?? null,
      ...(keys ? { keys: (await Promise.all(keys.map(storedKey))) as Prisma.InputJsonArray } : {}),
    });
  }

  /** @param id the one its key has already, or a new one */
  async putConnection(brandId: string, id: string, input: ConnectionSaid): Promise<void> {
    const issuers = await this.connections.issuersOf(brandId);
    const issuerId = issuers.find(({ url }) => url === input.issuer)?.id ?? '';
    await this.connections.put(this.row(brandId, id, input, issuerId));
  }

  private signIn(brandId: string, { agentSignIn }: Input): unknown {
    if (!agentSignIn) return undefined;
    const place = [brandId, 'brands', 'agent_sign_in', brandId] as const;
    return { ...agentSignIn, clientSecret: this.sealer.seal(agentSignIn.clientSecret, place) };
  }

  private actions(brandId: string, { actions }: Input): SealedActions | null {
    if (!actions) return null;
    const place = [brandId, 'brands', 'actions_secret', brandId] as const;
    return { url: actions.url, secret: this.sealer.seal(actions.secret, place) };
  }

  private row(
    brandId: string,
    id: string,
    input: ConnectionSaid,
    issuerId: string,
  ): Prisma.ConnectionUncheckedCreateInput {
    const shared = { ...sharedRow(input), brandId, id, issuerId, createdAt: this.clock.now() };
    if (input.flow === 'implicit')
      return {
        ...shared,
        ...envelopeRow,
        encryption: input.encryption,
        clientId: input.clientId ?? input.audience ?? null,
        responseMode: input.responseMode,
      };
    const place = [brandId, 'connections', 'client_secret', id] as const;
    return {
      ...shared,
      clientId: input.clientId,
      ...(input.clientSecret === undefined
        ? {}
        : { clientSecret: this.sealer.seal(input.clientSecret, place) }),
      tokenAuthMethod: input.tokenAuthMethod,
      redirectUris: redirectUrisOf(input),
      tokenEndpoint: input.tokenEndpoint ?? null,
      pkce: input.pkce ?? input.mode !== 'liveperson',
      interactive: input.interactive,
      userinfo: input.userinfo,
      refresh: input.refresh,
      encryption: 'refused',
    };
  }
}

const envelopeRow = {
  tokenEndpoint: null,
  pkce: true,
  clientSecret: null,
  tokenAuthMethod: null,
  redirectUris: [],
  interactive: false,
  userinfo: false,
  refresh: false,
};

const sharedRow = (input: ConnectionSaid) => ({
  mode: input.mode,
  loginClientIds: input.loginClientIds,
  authorizedParties: input.authorizedParties,
  key: input.key,
  label: input.label,
  flow: input.flow,
  origins: input.origins,
  apps: input.apps,
  algorithms: input.algorithms,
  method: methodOf(input),
  scope: input.scope,
  hostedDomain: input.hostedDomain ?? null,
  acrValues: input.acrValues ?? [],
  maxAgeSeconds: input.maxAgeSeconds ?? null,
  authoritative: authoritativeOf(input),
  mapping: input.mapping,
  brandServerLabel: input.brandServerLabel ?? null,
  factsKey: input.factsKey ?? null,
  minimum: input.minimum,
  onRejected: input.onRejected,
  assuranceMinutes: input.assuranceMinutes,
  window: input.window,
  authorizationEndpoint: input.authorizationEndpoint ?? null,
  backchannelLogout: input.backchannelLogout,
  stepUpFor: input.stepUpFor,
  ...(input.stepUp ? { stepUp: input.stepUp as Prisma.InputJsonObject } : {}),
});
