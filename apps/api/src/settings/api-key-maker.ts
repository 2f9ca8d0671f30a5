import { randomBytes } from 'node:crypto';
import type { MakeApiKey } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { ApiKeysRepository } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { newId } from '../common/ids.js';
import { hashOf } from '../common/secrets.js';
import { ConnectionsRepository } from '../connections/index.js';

/** As much of a key as tells it from another, and opens nothing. */
const HINT = 8;

@Injectable()
export class ApiKeyMaker {
  constructor(
    private readonly connections: ConnectionsRepository,
    private readonly apiKeys: ApiKeysRepository,
    private readonly clock: Clock,
  ) {}

  /** The key itself is told this once. */
  async make(brandId: string, { connections, rights }: MakeApiKey): Promise<{ id: string; key: string }> {
    const known = new Set((await this.connections.ofBrand(brandId)).map(({ key }) => key));
    const unknown = connections.filter((key) => !known.has(key));
    if (unknown.length > 0)
      throw new DomainError('connection_unknown', { detail: `Unknown: ${unknown.join(', ')}` });
    const now = this.clock.now();
    const id = newId(now);
    const key = `cs_${randomBytes(32).toString('base64url')}`;
    await this.apiKeys.add({ brandId, id, connections, rights }, hashOf(key), now, key.slice(0, HINT));
    return { id, key };
  }
}
