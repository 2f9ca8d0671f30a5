import { randomBytes } from 'node:crypto';
import type { EncryptionAlgorithm, EncryptionKeyState, EncryptionKeysView } from '@countersign/contracts';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { JWK } from 'jose';
import { Clock } from '../common/clock.js';
import { Log } from '../common/log.js';
import { Remembered } from '../common/remembered.js';
import { Rounds } from '../common/rounds.js';
import { Sealer } from '../common/sealer.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { encryptionAlgorithms, makePair } from './encryption-key.js';
import { EncryptionKeysRepository } from './encryption-keys.repository.js';

const LOOK_EVERY_MS = 60 * 60_000;
const DAY_MS = 86_400_000;
/** A JWKS may lie in caches for minutes, and an envelope lives an hour: a day is ample. */
const OVERLAP_MS = DAY_MS;

/**
 * The keys brands encrypt envelopes to. One of each kind waits as *next*, is published as *current*, opens what is
 * still on its way as *retired*, and is gone a day later. All but the current ones stay out of the published set.
 */
@Injectable()
export class EncryptionKeysService implements OnModuleInit {
  /** The same objects while they are remembered: a key that `protocol` imported from one of them is not imported again. */
  private readonly unsealed = new Remembered<readonly JWK[]>();

  constructor(
    private readonly repository: EncryptionKeysRepository,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.rounds.every(LOOK_EVERY_MS, 'encryption keys were not turned', () => this.keepTime());
  }

  async published(brandId: string): Promise<{ keys: JWK[] }> {
    const stored = await this.repository.ofBrand(brandId);
    return { keys: stored.filter(({ state }) => state === 'current').map(({ publicJwk }) => publicJwk) };
  }

  /** Every key that may still open an envelope. */
  async private(brandId: string): Promise<readonly JWK[]> {
    return (await this.unsealed.get(brandId, () => this.unseal(brandId))) ?? [];
  }

  async view(brandId: string): Promise<EncryptionKeysView> {
    const stored = await this.repository.ofBrand(brandId);
    return {
      keys: stored.map(({ id, algorithm, state, stateSince }) => ({
        kid: id,
        algorithm,
        state,
        since: stateSince.toISOString(),
      })),
    };
  }

  /** One current and one next key of each kind. */
  async ensure(brandId: string): Promise<void> {
    const stored = await this.repository.ofBrand(brandId);
    for (const algorithm of encryptionAlgorithms)
      for (const state of ['current', 'next'] as const)
        if (!stored.some((key) => key.algorithm === algorithm && key.state === state))
          await this.make(brandId, algorithm, state);
  }

  async rotate(brandId: string): Promise<void> {
    await this.ensure(brandId);
    for (const algorithm of encryptionAlgorithms)
      await this.repository.turn({ brandId, algorithm }, this.clock.now());
    await this.ensure(brandId);
  }

  /** Turns what has been in use for long enough, and forgets what nothing can be on its way to. */
  async keepTime(): Promise<void> {
    const at = this.clock.now();
    const ago = (ms: number) => new Date(at.getTime() - ms);
    await this.repository.forgetRetired(ago(OVERLAP_MS));
    this.unsealed.forget();
    const long = ago(this.config.ENCRYPTION_KEY_DAYS * DAY_MS);
    for (const kind of await this.repository.inUseSince(long)) {
      await this.ensure(kind.brandId);
      await this.repository.turn(kind, at, long);
      await this.ensure(kind.brandId);
      this.log.info('an encryption key was turned', { brand: kind.brandId, algorithm: kind.algorithm });
    }
  }

  private async unseal(brandId: string): Promise<readonly JWK[] | undefined> {
    const stored = await this.repository.ofBrand(brandId);
    if (stored.length === 0) return undefined;
    return stored.map(
      ({ id, privateJwk }) => JSON.parse(this.sealer.open(privateJwk, place(brandId, id))) as JWK,
    );
  }

  private async make(
    brandId: string,
    algorithm: EncryptionAlgorithm,
    state: EncryptionKeyState,
  ): Promise<void> {
    const id = randomBytes(12).toString('hex');
    const { publicJwk, privateJwk } = await makePair(id, algorithm);
    const sealed = this.sealer.seal(JSON.stringify(privateJwk), place(brandId, id));
    const stateSince = this.clock.now();
    await this.repository.add(brandId, { id, algorithm, state, stateSince, publicJwk, privateJwk: sealed });
    this.unsealed.forget();
  }
}

const place = (brandId: string, id: string) => [brandId, 'encryption_keys', 'private_jwk', id] as const;
