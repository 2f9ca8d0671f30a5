import {
  type AgentRole,
  brandSlug,
  isReservedSlug,
  type SignUpMe,
  type SlugView,
} from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { AuditRepository } from '../audit/index.js';
import { BrandsRepository, BrandsService } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { Log } from '../common/log.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { EncryptionKeysService } from '../connections/index.js';
import { AgentsDirectory, slugErrors } from '../settings/index.js';
import { PeopleRepository, type Theirs } from './people.repository.js';
import type { Person } from './person.js';

const ACCENT = '#3f3fae';

export type Entered = { readonly brandId: string; readonly agentId: string; readonly slug: string };
type Had = SignUpMe['brands'][number] & { readonly brandId: string; readonly agentId: string };

const adminOf = (had: readonly Had[]) => had.filter(({ role }) => role === 'admin');

/** Brands that people make for themselves. */
@Injectable()
export class SignUpService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly brands: BrandsService,
    private readonly brandRows: BrandsRepository,
    private readonly agents: AgentsDirectory,
    private readonly encryptionKeys: EncryptionKeysService,
    private readonly audit: AuditRepository,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async me(person: Person): Promise<SignUpMe> {
    const had = await this.brandsOf(person);
    return {
      person: { name: person.name, email: person.email },
      brands: had.map(({ slug, name, role }) => ({ slug, name, role })),
      mayNotCreate: this.whyNot(person, had),
      limit: this.config.SIGN_UP_BRANDS,
    };
  }

  async slug(slug: string): Promise<SlugView> {
    if (!brandSlug.safeParse(slug).success) return { state: 'malformed' };
    if (isReservedSlug(slug) || slugErrors(slug).length > 0) return { state: 'reserved' };
    return { state: (await this.brandRows.bySlug(slug)) ? 'taken' : 'free' };
  }

  async create(person: Person, { name, slug }: { name: string; slug: string }): Promise<Entered> {
    const { issuer, subject } = person;
    const theirs = await this.people.brandsOf(issuer, subject);
    const had = await this.openTo(theirs);
    const whyNot = this.whyNot(person, had);
    if (whyNot) throw new DomainError(whyNot);
    const { state } = await this.slug(slug);
    if (state === 'reserved')
      throw new DomainError('request_malformed', {
        errors: [{ path: 'slug', message: 'is a name the service keeps' }],
      });
    const now = this.clock.now();
    const [id, agentId] = [newId(now), newId(now)];
    const founder = { id: agentId, email: person.email ?? '', name: person.name, issuer, subject };
    const known = theirs.map(({ brandId }) => brandId);
    const more = this.config.SIGN_UP_BRANDS - adminOf(had).length;
    const made = await this.people.make({ id, slug, name, accent: ACCENT }, founder, { known, more }, now);
    if (made !== 'made') throw new DomainError(made === 'taken' ? 'brand_taken' : 'brand_limit_reached');
    await this.encryptionKeys.ensure(id);
    await this.audit.add(id, { actor: `agent ${agentId}`, action: 'brand_made', detail: {} });
    this.events.emit('brand.changed', { brandId: id });
    this.log.info('a brand was made', { brand: slug });
    return { brandId: id, agentId, slug };
  }

  /** Only where the service's own sign-in is the brand's: a brand that chose another is entered by that one. */
  async enter(person: Person, slug: string): Promise<Entered> {
    const found = (await this.brandsOf(person)).find((one) => one.slug === slug);
    if (!found) throw new DomainError('agent_not_invited');
    return found;
  }

  private whyNot({ email }: Person, had: readonly Had[]): SignUpMe['mayNotCreate'] {
    const { SIGN_UP, SIGN_UP_INVITED, SIGN_UP_BRANDS } = this.config;
    if (SIGN_UP === 'closed') return 'sign_up_closed';
    // The provider vouched for this address when they signed in; it opens the door, and says nothing of who they are.
    const invited = SIGN_UP_INVITED.some((one) => one.toLowerCase() === email?.toLowerCase());
    if (SIGN_UP === 'invited' && !invited) return 'sign_up_not_invited';
    return adminOf(had).length >= SIGN_UP_BRANDS ? 'brand_limit_reached' : null;
  }

  private async brandsOf({ issuer, subject }: Person): Promise<readonly Had[]> {
    return this.openTo(await this.people.brandsOf(issuer, subject));
  }

  private async openTo(found: readonly Theirs[]): Promise<readonly Had[]> {
    const had = await Promise.all(
      found.map(async ({ brandId, agentId }) => {
        if ((await this.brands.agentSignIn(brandId)) !== undefined) return [];
        const { slug, name } = await this.brands.byId(brandId);
        const role = (await this.agents.list(brandId)).find(({ id }) => id === agentId)?.role;
        return role === undefined ? [] : [{ brandId, agentId, slug, name, role: role as AgentRole }];
      }),
    );
    return had.flat();
  }
}
