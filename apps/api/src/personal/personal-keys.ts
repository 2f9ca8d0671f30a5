import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Keyed } from '../common/keyed.js';
import { type Place, Sealer } from '../common/sealer.js';
import { BrandKeysRepository } from './brand-keys.repository.js';

/** A consumer's key, and as it is stored. */
export type OwnKey = { readonly wrapped: string; readonly key: Keyed };

/** What is kept unwrapped: at most so many brands and consumers of this process. */
const MOST_BRANDS = 1_000;
const MOST_CONSUMERS = 10_000;

const brandPlace = (brandId: string): Place => [brandId, 'brand_keys', 'wrapped', brandId];
const ownPlace = (brandId: string, consumerId: string): Place => [
  brandId,
  'consumers',
  'wrapped_key',
  consumerId,
];

/** A key for each consumer, wrapped by the brand's, which is wrapped by the master key. */
@Injectable()
export class PersonalKeys {
  private readonly brands = new Map<string, Promise<Keyed>>();
  /** By the wrapped key: whoever has that in hand has read the consumer's row just now. */
  private readonly own = new Map<string, Keyed>();

  constructor(
    private readonly repository: BrandKeysRepository,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** For a consumer who has none yet. */
  async make(brandId: string, consumerId: string): Promise<OwnKey> {
    const { key, secret } = Keyed.fresh();
    const wrapped = (await this.ofBrand(brandId)).seal(secret, ownPlace(brandId, consumerId));
    this.keep(wrapped, key);
    return { wrapped, key };
  }

  async open(brandId: string, consumerId: string, wrapped: string): Promise<Keyed> {
    const known = this.own.get(wrapped);
    if (known) return known;
    const brand = await this.ofBrand(brandId);
    const key = Keyed.of(brand.open(wrapped, ownPlace(brandId, consumerId)));
    this.keep(wrapped, key);
    return key;
  }

  /** Wraps its consumers' keys, and seals what belongs to nobody who is known. Made when it is first needed. */
  ofBrand(brandId: string): Promise<Keyed> {
    const known = this.brands.get(brandId);
    if (known) return known;
    if (this.brands.size >= MOST_BRANDS) this.brands.clear();
    const key = this.read(brandId);
    this.brands.set(brandId, key);
    key.catch(() => this.brands.delete(brandId));
    return key;
  }

  forget(wrapped: string): void {
    this.own.delete(wrapped);
  }

  /** Under the master key that is current now. Answers whether there was anything to do. */
  async rewrap(brandId: string): Promise<boolean> {
    const wrapped = await this.repository.of(brandId);
    if (wrapped === undefined || !this.sealer.isDated(wrapped)) return false;
    const place = brandPlace(brandId);
    return this.repository.rewrap(
      brandId,
      wrapped,
      this.sealer.seal(this.sealer.open(wrapped, place), place),
    );
  }

  private async read(brandId: string): Promise<Keyed> {
    const place = brandPlace(brandId);
    const found = await this.repository.of(brandId);
    if (found !== undefined) return Keyed.of(this.sealer.open(found, place));
    await this.repository.keep(brandId, this.sealer.seal(Keyed.fresh().secret, place), this.clock.now());
    const kept = await this.repository.of(brandId);
    if (kept === undefined) throw new Error('The key of the brand was not kept');
    return Keyed.of(this.sealer.open(kept, place));
  }

  private keep(wrapped: string, key: Keyed): void {
    if (this.own.size >= MOST_CONSUMERS) this.own.clear();
    this.own.set(wrapped, key);
  }
}
