import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { Remembered } from '../common/remembered.js';
import { Sealer } from '../common/sealer.js';
import type { AgentSignIn, Brand, BrandActions } from './brand.js';
import { BrandsRepository, type SealedActions } from './brands.repository.js';

const storedSignIn = z.object({
  issuer: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  hostedDomain: z.string().optional(),
});

/** Who the tenants are. */
@Injectable()
export class BrandsService implements OnModuleInit {
  private readonly remembered = new Remembered<Brand>();
  private readonly rememberedActions = new Remembered<SealedActions>();

  constructor(
    private readonly repository: BrandsRepository,
    private readonly sealer: Sealer,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.on('brand.changed', () => {
      this.remembered.forget();
      this.rememberedActions.forget();
    });
  }

  async bySlug(slug: string): Promise<Brand> {
    const brand = await this.remembered.get(
      `slug ${slug}`,
      async () => (await this.repository.bySlug(slug)) ?? undefined,
    );
    if (!brand) throw new DomainError('brand_unknown');
    return brand;
  }

  async byId(id: string): Promise<Brand> {
    const brand = await this.remembered.get(
      `id ${id}`,
      async () => (await this.repository.byId(id)) ?? undefined,
    );
    if (!brand) throw new DomainError('brand_unknown');
    return brand;
  }

  /** Whether anything that a consumer accepts can be carried out. */
  async carriesOut(brandId: string): Promise<boolean> {
    return (await this.sealedActions(brandId)) !== undefined;
  }

  async actions(brandId: string): Promise<BrandActions | undefined> {
    const stored = await this.sealedActions(brandId);
    const place = [brandId, 'brands', 'actions_secret', brandId] as const;
    return stored && { url: stored.url, secret: this.sealer.open(stored.secret, place) };
  }

  private sealedActions(brandId: string): Promise<SealedActions | undefined> {
    return this.rememberedActions.get(brandId, () => this.repository.actionsOf(brandId));
  }

  /** Undefined: nobody can sign in to answer for this brand yet. */
  async agentSignIn(brandId: string): Promise<AgentSignIn | undefined> {
    const stored = storedSignIn.safeParse((await this.repository.byId(brandId))?.agentSignIn);
    if (!stored.success) return undefined;
    const place = [brandId, 'brands', 'agent_sign_in', brandId] as const;
    return { ...stored.data, clientSecret: this.sealer.open(stored.data.clientSecret, place) };
  }
}
