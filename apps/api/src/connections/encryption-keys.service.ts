import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Clock } from '../common/clock.js';
import { Sealer } from '../common/sealer.js';
import { EncryptionKeysRepository } from './encryption-keys.repository.js';

const ALGORITHM = 'RSA-OAEP-256';

/** The keys brands encrypt envelopes to. Private halves lie sealed. */
@Injectable()
export class EncryptionKeysService {
  constructor(
    private readonly repository: EncryptionKeysRepository,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async published(brandId: string): Promise<{ keys: JWK[] }> {
    const stored = await this.repository.ofBrand(brandId);
    return { keys: stored.map(({ publicJwk }) => publicJwk) };
  }

  async private(brandId: string): Promise<readonly JWK[]> {
    const stored = await this.repository.ofBrand(brandId);
    return stored.map(
      ({ id, privateJwk }) => JSON.parse(this.sealer.open(privateJwk, place(brandId, id))) as JWK,
    );
  }

  async ensure(brandId: string): Promise<void> {
    if ((await this.repository.ofBrand(brandId)).length > 0) return;
    const pair = await generateKeyPair(ALGORITHM, { modulusLength: 2048, extractable: true });
    const id = randomBytes(12).toString('hex');
    const named = { kid: id, alg: ALGORITHM, use: 'enc' };
    const publicJwk = { ...(await exportJWK(pair.publicKey)), ...named };
    const privateJwk = JSON.stringify({ ...(await exportJWK(pair.privateKey)), ...named });
    const sealed = this.sealer.seal(privateJwk, place(brandId, id));
    await this.repository.add(brandId, { id, publicJwk, privateJwk: sealed }, this.clock.now());
  }
}

const place = (brandId: string, id: string) => [brandId, 'encryption_keys', 'private_jwk', id] as const;
