import { repairFor, type Surroundings } from '@countersign/protocol';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { BrandsService } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { Events } from '../common/events.js';
import { Remembered } from '../common/remembered.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import {
  audienceOf,
  type Connection,
  ConnectionsRepository,
  EncryptionKeysService,
  policyOf,
} from '../connections/index.js';
import type { Attempt } from './attempts.repository.js';
import type { Judged } from './judging.js';

/** Brings what is known of the brand to a refusal; what to make of it is `protocol`'s. */
@Injectable()
export class HintsService implements OnModuleInit {
  private readonly all = new Remembered<readonly Connection[]>();

  constructor(
    private readonly brands: BrandsService,
    private readonly connections: ConnectionsRepository,
    private readonly encryptionKeys: EncryptionKeysService,
    private readonly events: Events,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.events.on('brand.changed', () => this.all.forget());
  }

  /** Undefined where nothing was refused. */
  async hint(
    connection: Connection,
    attempt: Pick<Attempt, 'nonce' | 'startedAt'> | undefined,
    { verdict, evidence }: Pick<Judged, 'verdict' | 'evidence'>,
  ): Promise<string | undefined> {
    if (verdict.kind !== 'rejected') return undefined;
    return repairFor({
      reason: verdict.reason,
      policy: policyOf(connection, this.config.PUBLIC_URL),
      now: this.clock.now(),
      attempt,
      token: evidence?.token,
      around: { ...(await this.around(connection)), signer: evidence?.signer },
    });
  }

  private async around({ brandId, id }: Connection): Promise<Surroundings> {
    const { slug } = await this.brands.byId(brandId);
    const all = (await this.all.get(brandId, () => this.connections.ofBrand(brandId))) ?? [];
    const { keys } = await this.encryptionKeys.published(brandId);
    return {
      loginClientIds: all.flatMap(({ loginClientIds }) => loginClientIds),
      otherConnections: all
        .filter((other) => other.id !== id)
        .map((other) => ({
          key: other.key,
          audience: audienceOf(other, this.config.PUBLIC_URL),
          issuer: other.issuer.url,
        })),
      encryptionKeys: {
        url: `${this.config.PUBLIC_URL}/v1/brands/${slug}/jwks`,
        ids: keys.flatMap(({ kid }) => (kid === undefined ? [] : [kid])),
      },
    };
  }
}
