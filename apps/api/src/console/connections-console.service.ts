import type { ConnectionHealth, ConsoleConnection, ConsoleConnections } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { BrandsService } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { type Connection, ConnectionsRepository, policyOf, relaxationsOf } from '../connections/index.js';
import { TracesRepository } from '../identity/index.js';
import { summaryOf } from './attempts-console.service.js';

const HOUR_MS = 3_600_000;
type Counts = readonly { connectionId: string; outcome: string; count: number }[];

/** A brand's connections, with their settings and how they do. */
@Injectable()
export class ConnectionsConsole {
  constructor(
    private readonly brands: BrandsService,
    private readonly connections: ConnectionsRepository,
    private readonly traces: TracesRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(brandId: string): Promise<ConsoleConnections> {
    const { slug } = await this.brands.byId(brandId);
    const counts = await this.traces.countsSince(brandId, new Date(this.clock.now().getTime() - HOUR_MS));
    const found = await this.connections.ofBrand(brandId);
    const connections = found.map(async (connection) => ({
      ...this.settingsOf(connection, slug),
      health: await this.healthOf(connection, counts),
    }));
    const { TRACE_DAYS: days, TRACE_REFUSED_PER_DAY: refusedPerDay } = this.config;
    return { connections: await Promise.all(connections), kept: { days, refusedPerDay } };
  }

  private async healthOf({ brandId, id }: Connection, counts: Counts): Promise<ConnectionHealth> {
    const latest = await this.traces.latestOf(brandId, id);
    const { refused, dropped } = await this.traces.day(brandId, id, this.clock.now());
    const count = (outcome: string) =>
      counts.find((one) => one.connectionId === id && one.outcome === outcome)?.count ?? 0;
    return {
      latest: latest ? summaryOf(latest) : null,
      hour: { verified: count('verified'), declined: count('declined'), rejected: count('rejected') },
      today: { rejected: refused, dropped },
    };
  }

  /** Named one by one: a column that is new is not shown before somebody has thought about it. */
  private settingsOf(connection: Connection, slug: string): Omit<ConsoleConnection, 'health'> {
    const { key, label, flow, issuer, method, interactive, scope, userinfo, encryption, apps } = connection;
    const { mode, pkce, tokenEndpoint } = connection;
    const { hostedDomain, maxAgeSeconds, minimum, onRejected, assuranceMinutes, mapping } = connection;
    const { audience, maxLifetimeSeconds, skewSeconds } = policyOf(connection, this.config.PUBLIC_URL);
    return {
      ...{ key, label, flow, method, interactive, scope, userinfo, encryption, apps },
      ...{ hostedDomain, maxAgeSeconds, minimum, onRejected, assuranceMinutes },
      ...{ audience, maxLifetimeSeconds, skewSeconds, mode, pkce, tokenEndpoint },
      relaxed: [...relaxationsOf(connection)],
      declared: connection.declared.filter(({ name }) => Object.values(mapping).includes(name)),
      mapping: { ...mapping },
      issuer: {
        url: issuer.url,
        aliases: [...issuer.aliases],
        label: issuer.label,
        keys: issuer.discovery ? 'discovery' : issuer.keys ? 'pasted' : 'jwks',
        jwksUri: issuer.jwksUri,
      },
      encryptionKeysUrl: `${this.config.PUBLIC_URL}/v1/brands/${slug}/jwks`,
      authorizedParties: [...connection.authorizedParties],
      loginClientIds: [...connection.loginClientIds],
      redirectUris: [...connection.redirectUris],
      algorithms: [...connection.algorithms],
      origins: [...connection.origins],
      acrValues: [...connection.acrValues],
      authoritative: [...connection.authoritative],
    };
  }
}
