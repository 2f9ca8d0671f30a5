import type { putBrand } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type Brand, BrandsRepository } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { Sealer } from '../common/sealer.js';
import { ConnectionsRepository } from '../connections/index.js';
import { authoritativeOf, methodOf, redirectUrisOf } from './defaults.js';
import { storedKey } from './pasted-key.js';

type Input = z.output<typeof putBrand>;
type ConnectionInput = Input['connections'][number];

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
  async write(brand: Brand, input: Input): Promise<string> {
    const now = this.clock.now();
    const settings = {
      facts: input.facts as Prisma.InputJsonArray,
      conversationDays: input.conversationDays ?? null,
    };
    const stored = await this.brands.put(brand, undefined, settings, now);
    if (input.agentSignIn) await this.brands.put(stored, json(this.signIn(stored.id, input)), settings, now);
    for (const issuer of input.issuers)
      await this.connections.putIssuer(stored.id, newId(now), {
        url: issuer.url,
        aliases: issuer.aliases,
        label: issuer.label,
        discovery: issuer.discovery,
        jwksUri: issuer.jwksUri ?? null,
        ...(issuer.keys
          ? { keys: (await Promise.all(issuer.keys.map(storedKey))) as Prisma.InputJsonArray }
          : {}),
      });
    const issuers = new Map((await this.connections.issuersOf(stored.id)).map(({ url, id }) => [url, id]));
    const known = await this.connections.idsByKey(stored.id);
    for (const connection of input.connections)
      await this.connections.put(
        this.row(stored.id, connection, issuers.get(connection.issuer) ?? '', known, now),
      );
    await this.connections.removeOthers(
      stored.id,
      input.connections.map(({ key }) => key),
      now,
    );
    return stored.id;
  }

  private signIn(brandId: string, { agentSignIn }: Input): unknown {
    if (!agentSignIn) return undefined;
    const place = [brandId, 'brands', 'agent_sign_in', brandId] as const;
    return { ...agentSignIn, clientSecret: this.sealer.seal(agentSignIn.clientSecret, place) };
  }

  private row(
    brandId: string,
    input: ConnectionInput,
    issuerId: string,
    known: ReadonlyMap<string, string>,
    now: Date,
  ): Prisma.ConnectionUncheckedCreateInput {
    const id = known.get(input.key) ?? newId(now);
    const shared = { ...sharedRow(input), brandId, id, issuerId, createdAt: now };
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
      clientSecret: this.sealer.seal(input.clientSecret, place),
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

const sharedRow = (input: ConnectionInput) => ({
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
  ...(input.stepUp ? { stepUp: input.stepUp as Prisma.InputJsonObject } : {}),
});
