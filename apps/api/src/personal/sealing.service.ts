import { Injectable } from '@nestjs/common';
import { Sealer } from '../common/sealer.js';
import { PersonalKeys } from './personal-keys.js';
import { blindOf, factPlace, namePlace, sealValue } from './profile.js';
import { type PlainFact, SealingRepository } from './sealing.repository.js';

export type Sealed = { readonly names: number; readonly facts: number; readonly secrets: number };

/** Seals what lies plain from before, and seals anew what is under a master key that is to be gone. */
@Injectable()
export class SealingService {
  constructor(
    private readonly repository: SealingRepository,
    private readonly keys: PersonalKeys,
    private readonly sealer: Sealer,
  ) {}

  async seal(brandId: string): Promise<Sealed> {
    const names = await this.names(brandId);
    return { names, facts: await this.facts(brandId), secrets: await this.secrets(brandId) };
  }

  private async names(brandId: string): Promise<number> {
    let count = 0;
    for (;;) {
      const found = await this.repository.consumersWithoutKey(brandId);
      for (const consumer of found) {
        const { id, displayName, wrappedKey } = consumer;
        const own =
          wrappedKey === null
            ? await this.keys.make(brandId, id)
            : { wrapped: wrappedKey, key: await this.keys.open(brandId, id, wrappedKey) };
        const name = displayName === null ? null : own.key.seal(displayName, namePlace(brandId, id));
        await this.repository.sealConsumer(brandId, consumer, own.wrapped, name);
      }
      count += found.length;
      if (found.length === 0) return count;
    }
  }

  private async facts(brandId: string): Promise<number> {
    const brand = await this.keys.ofBrand(brandId);
    let count = 0;
    for (;;) {
      const found = await this.repository.plainFacts(brandId);
      let sealed = 0;
      for (const fact of found)
        if (await this.fact(brandId, fact, (value) => blindOf(brand, fact.name, value))) sealed += 1;
      count += sealed;
      if (sealed === 0) return count;
    }
  }

  private async fact(
    brandId: string,
    { id, consumerId, name, value, addressedBy }: PlainFact,
    blind: (value: string) => string,
  ): Promise<boolean> {
    const wrapped = await this.repository.keyOf(brandId, consumerId);
    if (wrapped === undefined) return false;
    const key = await this.keys.open(brandId, consumerId, wrapped);
    const found = name === addressedBy && typeof value === 'string' ? blind(value) : null;
    await this.repository.sealFact(brandId, id, sealValue(key, value, factPlace(brandId, id)), found);
    return true;
  }

  private async secrets(brandId: string): Promise<number> {
    let count = (await this.keys.rewrap(brandId)) ? 1 : 0;
    for (const held of await this.repository.held(brandId)) {
      if (!this.sealer.isDated(held.text)) continue;
      await this.repository.replace(
        held,
        this.sealer.seal(this.sealer.open(held.text, held.place), held.place),
      );
      count += 1;
    }
    return count;
  }
}
