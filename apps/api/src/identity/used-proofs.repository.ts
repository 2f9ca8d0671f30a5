import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

export type UsedProof = {
  readonly brandId: string;
  readonly issuerId: string;
  readonly fingerprint: string;
  readonly keyThumbprint: string;
  readonly usedAt: Date;
  readonly keepUntil: Date;
};
export type Owner = { readonly keyThumbprint: string; readonly sessionId: string | null };
type Presented = Pick<UsedProof, 'brandId' | 'issuerId'> & {
  readonly fingerprints: readonly string[];
  /** Whom they would have belonged to. */
  readonly sessionId: string;
};

const claimingAlone: Statement = {
  name: 'used-proofs.claim-alone',
  text: `INSERT INTO used_proofs (brand_id, issuer_id, fingerprint, key_thumbprint, used_at, keep_until)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
};
const owning: Statement = {
  name: 'used-proofs.owners',
  text: `SELECT fingerprint, key_thumbprint AS "keyThumbprint", session_id AS "sessionId"
    FROM used_proofs WHERE brand_id = $1 AND issuer_id = $2 AND fingerprint = ANY($3)`,
};

/** Single use is decided by the primary key of this table, and so across all processes. */
@Injectable()
export class UsedProofsRepository {
  constructor(private readonly database: Database) {}

  /** Who owned the first of them that belonged to another session. */
  async ownerOf({ brandId, issuerId, fingerprints, sessionId }: Presented): Promise<Owner> {
    const owned = await this.database.within(brandId, () =>
      this.database.rows<Owner & { fingerprint: string }>(owning, [brandId, issuerId, fingerprints]),
    );
    for (const one of fingerprints) {
      const owner = owned.find(({ fingerprint }) => fingerprint === one);
      if (owner?.sessionId !== sessionId) return owner ?? nobody;
    }
    return nobody;
  }

  /** A code is claimed before the provider is asked: whatever comes of it, it is not tried twice. */
  async claimAlone(proof: UsedProof): Promise<boolean> {
    const { brandId, issuerId, fingerprint, keyThumbprint, usedAt, keepUntil } = proof;
    const values = [brandId, issuerId, fingerprint, keyThumbprint, usedAt, keepUntil];
    return (await this.database.within(brandId, () => this.database.count(claimingAlone, values))) === 1;
  }
}

/** Forgotten meanwhile: no key is this one. */
const nobody: Owner = { keyThumbprint: '', sessionId: null };
