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
import { BrandsRepository, BrandsService } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import {
  audienceOf,
  ConnectionsRepository,
  EncryptionKeysService,
  windowCallbackOf,
} from '../connections/index.js';
import {
  AgentsDirectory,
  ApiKeyMaker,
  BrandTurns,
  BrandWriter,
  brandErrors,
  shownKey,
  slugErrors,
  TrustService,
} from '../settings/index.js';

type Input = z.output<typeof putBrand>;

/** Sets brands up. */
@Injectable()
export class OperatorService {
  constructor(
    private readonly brands: BrandsService,
    private readonly brandRows: BrandsRepository,
    private readonly writer: BrandWriter,
    private readonly connections: ConnectionsRepository,
    private readonly encryptionKeys: EncryptionKeysService,
    private readonly apiKeys: ApiKeyMaker,
    private readonly trust: TrustService,
    private readonly turns: BrandTurns,
    private readonly agents: AgentsDirectory,
    private readonly audit: AuditRepository,
    private readonly events: Events,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async put(slug: string, input: Input): Promise<BrandView> {
    const errors = [...slugErrors(slug), ...brandErrors(input, this.config)];
    if (errors.length > 0) throw new DomainError('request_malformed', { errors });
    return this.turns.run(slug, () => this.make(slug, input));
  }

  async view(slug: string): Promise<BrandView> {
    const { id, name } = await this.brands.bySlug(slug);
    const connections = await this.connections.ofBrand(id);
    const actions = await this.brandRows.actionsOf(id);
    return {
      id,
      slug,
      name,
      actions: actions ? { url: actions.url } : null,
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

  async makeApiKey(slug: string, wanted: MakeApiKey): Promise<{ id: string; key: string }> {
    return this.apiKeys.make((await this.brands.bySlug(slug)).id, wanted);
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
    const { name, accent } = input;
    const id = await this.writer.write({ id: wanted, slug, name, accent }, input);
    this.events.emit('brand.changed', { brandId: id });
    await this.encryptionKeys.ensure(id);
    await this.trust.endWhereChanged(id, before, 'operator');
    const invited = new Set((await this.agents.list(id)).map(({ email }) => email.toLowerCase()));
    for (const agent of input.agents)
      if (!invited.has(agent.email.toLowerCase())) await this.agents.invite(id, agent);
    return this.view(slug);
  }
}
