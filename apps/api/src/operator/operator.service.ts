import { randomBytes } from 'node:crypto';
import type {
  BrandView,
  EncryptionKeysView,
  InviteAgent,
  MakeApiKey,
  putBrand,
} from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import type { z } from 'zod';
import { AuditRepository } from '../audit/index.js';
import { ApiKeysRepository, BrandsRepository, BrandsService } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { hashOf } from '../common/secrets.js';
import { Turns } from '../common/turns.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import {
  audienceOf,
  type Connection,
  ConnectionsRepository,
  EncryptionKeysService,
  windowCallbackOf,
} from '../connections/index.js';
import { SessionsService } from '../identity/index.js';
import { AgentsDirectory } from './agents-directory.js';
import { brandErrors, slugErrors } from './brand-rules.js';
import { BrandWriter } from './brand-writer.js';
import { shownKey } from './pasted-key.js';

type Input = z.output<typeof putBrand>;

/** Sets brands up. */
@Injectable()
export class OperatorService {
  private readonly turns = new Turns();

  constructor(
    private readonly brands: BrandsService,
    private readonly brandRows: BrandsRepository,
    private readonly writer: BrandWriter,
    private readonly connections: ConnectionsRepository,
    private readonly encryptionKeys: EncryptionKeysService,
    private readonly apiKeys: ApiKeysRepository,
    private readonly sessions: SessionsService,
    private readonly agents: AgentsDirectory,
    private readonly audit: AuditRepository,
    private readonly events: Events,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async put(slug: string, input: Input): Promise<BrandView> {
    const errors = [...slugErrors(slug), ...brandErrors(input, this.config)];
    if (errors.length > 0) throw new DomainError('request_malformed', { errors });
    // A brand is many rows: of two that write it at once, the second writes it whole after the first.
    return this.turns.run(slug, () => this.make(slug, input));
  }

  async view(slug: string): Promise<BrandView> {
    const { id, name } = await this.brands.bySlug(slug);
    const connections = await this.connections.ofBrand(id);
    return {
      id,
      slug,
      name,
      issuers: await this.issuersOf(id),
      connections: connections.map((connection) => ({
        id: connection.id,
        key: connection.key,
        flow: connection.flow,
        issuer: connection.issuer.url,
        audience: audienceOf(connection, this.config.PUBLIC_URL),
        windowCallback: windowCallbackOf(connection, this.config.PUBLIC_URL),
      })),
      agents: await this.agents.list(id),
    };
  }

  private async issuersOf(brandId: string): Promise<BrandView['issuers']> {
    const issuers = await this.connections.issuersOf(brandId);
    return Promise.all(
      issuers.map(async ({ url, label, keys }) => ({
        url,
        label,
        keys: await Promise.all(((keys ?? []) as JWK[]).map(shownKey)),
      })),
    );
  }

  async encryptionKeysOf(slug: string): Promise<EncryptionKeysView> {
    return this.encryptionKeys.view((await this.brands.bySlug(slug)).id);
  }

  async rotateEncryptionKeys(slug: string): Promise<EncryptionKeysView> {
    const { id } = await this.brands.bySlug(slug);
    await this.encryptionKeys.rotate(id);
    await this.audit.add(id, { actor: 'operator', action: 'encryption_keys_rotated', detail: {} });
    return this.encryptionKeys.view(id);
  }

  async makeApiKey(slug: string, { connections, rights }: MakeApiKey): Promise<{ id: string; key: string }> {
    const brand = await this.brands.bySlug(slug);
    const known = new Set((await this.connections.ofBrand(brand.id)).map(({ key }) => key));
    const unknown = connections.filter((key) => !known.has(key));
    if (unknown.length > 0)
      throw new DomainError('connection_unknown', { detail: `Unknown: ${unknown.join(', ')}` });
    const now = this.clock.now();
    const id = newId(now);
    const key = `cs_${randomBytes(32).toString('base64url')}`;
    await this.apiKeys.add({ brandId: brand.id, id, connections, rights }, hashOf(key), now);
    return { id, key };
  }

  async invite(slug: string, agent: Required<InviteAgent>): Promise<BrandView> {
    const { id } = await this.brands.bySlug(slug);
    await this.agents.invite(id, agent);
    return this.view(slug);
  }

  async removeAgent(slug: string, agentId: string): Promise<void> {
    const { id } = await this.brands.bySlug(slug);
    await this.agents.remove(id, agentId);
  }

  private async make(slug: string, input: Input): Promise<BrandView> {
    const existing = await this.brandRows.bySlug(slug);
    const before = existing ? await this.connections.ofBrand(existing.id) : [];
    const wanted = existing?.id ?? newId(this.clock.now());
    const id = await this.writer.write({ id: wanted, slug, name: input.name, accent: input.accent }, input);
    this.events.emit('brand.changed', { brandId: id });
    await this.encryptionKeys.ensure(id);
    await this.endWhereTrustChanged(id, before);
    const invited = new Set((await this.agents.list(id)).map(({ email }) => email.toLowerCase()));
    for (const agent of input.agents)
      if (!invited.has(agent.email.toLowerCase())) await this.agents.invite(id, agent);
    return this.view(slug);
  }

  /** Who proved themselves to another issuer, or by other keys, is proven no longer. */
  private async endWhereTrustChanged(brandId: string, before: readonly Connection[]): Promise<void> {
    const after = await this.connections.ofBrand(brandId);
    const changed = before.filter((old) => {
      const now = after.find(({ id }) => id === old.id);
      return !now || trustOf(now) !== trustOf(old);
    });
    if (changed.length === 0) return;
    await this.sessions.endOfConnections(
      brandId,
      changed.map(({ id }) => id),
      'revoked',
    );
    const detail = { connections: changed.map(({ key }) => key) };
    await this.audit.add(brandId, { actor: 'operator', action: 'connection_trust_changed', detail });
  }
}

const trustOf = ({
  issuer,
  clientId,
  flow,
  mode,
  tokenEndpoint,
  authorizationEndpoint,
}: Connection): string => {
  const { url, jwksUri, keys, discovery } = issuer;
  return JSON.stringify([
    url,
    jwksUri,
    keys,
    discovery,
    clientId,
    flow,
    mode,
    tokenEndpoint,
    authorizationEndpoint,
  ]);
};
