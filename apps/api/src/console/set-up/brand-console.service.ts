import type { BrandLook, SetUpBrand } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { LiveAgent } from '../../agents/index.js';
import { AuditRepository } from '../../audit/index.js';
import { BrandsRepository, BrandsService } from '../../brands/index.js';
import { DomainError } from '../../common/domain-error.js';
import { Events } from '../../common/events.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/env.js';

/** The brand itself. */
@Injectable()
export class BrandConsole {
  constructor(
    private readonly brands: BrandsService,
    private readonly rows: BrandsRepository,
    private readonly audit: AuditRepository,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async view(brandId: string): Promise<SetUpBrand> {
    const row = await this.rows.byId(brandId);
    if (!row) throw new DomainError('brand_unknown');
    const own = await this.brands.agentSignIn(brandId);
    const issuer = own?.issuer ?? this.config.signIn?.issuer;
    return {
      slug: row.slug,
      name: row.name,
      createdAt: row.createdAt.toISOString(),
      publicUrl: this.config.PUBLIC_URL,
      workspaceUrl: this.config.WORKSPACE_URL,
      agentSignIn: issuer === undefined ? null : { issuer, own: own !== undefined },
    };
  }

  async look(brandId: string): Promise<BrandLook> {
    const { accent, look } = await this.brands.byId(brandId);
    return { accent, look };
  }

  async paint({ brandId, agentId }: LiveAgent, look: BrandLook): Promise<BrandLook> {
    await this.rows.paint(brandId, look);
    this.events.emit('brand.changed', { brandId });
    await this.audit.add(brandId, { actor: `agent ${agentId}`, action: 'look_changed', detail: {} });
    return this.look(brandId);
  }

  async rename({ brandId, agentId }: LiveAgent, name: string): Promise<SetUpBrand> {
    await this.rows.rename(brandId, name);
    this.events.emit('brand.changed', { brandId });
    await this.audit.add(brandId, { actor: `agent ${agentId}`, action: 'brand_renamed', detail: {} });
    return this.view(brandId);
  }
}
