import { Injectable } from '@nestjs/common';

/** What is kept of a consumer outside the database, and removed when they are erased. */
export type Erasable = {
  /** As the audit log calls it. */
  readonly what: string;
  /** Answers how many there were. Called again where something failed after it. */
  eraseOf(brandId: string, consumerId: string): Promise<number>;
};

/** Whoever keeps something of consumers outside the database says so here. */
@Injectable()
export class Erasables {
  private readonly all: Erasable[] = [];

  register(one: Erasable): void {
    this.all.push(one);
  }

  async eraseOf(brandId: string, consumerId: string): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = {};
    for (const one of this.all) counts[one.what] = await one.eraseOf(brandId, consumerId);
    return counts;
  }
}
