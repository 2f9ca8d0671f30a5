import { Injectable } from '@nestjs/common';
import { AuditRepository } from './audit.repository.js';
import { beginning, type Chain, follow, type Head, reaches } from './chain.js';

/** Reads a brand's log from its first entry on, and says whether it is as it was written. */
@Injectable()
export class AuditService {
  constructor(private readonly repository: AuditRepository) {}

  /** @param kept a head that somebody kept elsewhere, where nobody who can write here could change it */
  async verify(brandId: string, kept: Head = beginning): Promise<Chain> {
    // Asked first: what is added meanwhile may only make the log longer.
    const remembered = (await this.repository.head(brandId)) ?? beginning;
    const hashes = new Map<number, string>();
    let chain: Chain = { whole: true, head: beginning };
    for (;;) {
      const links = await this.repository.after(brandId, chain.head.number);
      for (const { number, hash } of links)
        if (number === remembered.number || number === kept.number) hashes.set(number, hash);
      if (links.length === 0) break;
      chain = follow(links, chain.head);
      if (!chain.whole) return chain;
    }
    const hashAt = (number: number) => hashes.get(number);
    return reaches(reaches(chain, remembered, hashAt), kept, hashAt);
  }
}
