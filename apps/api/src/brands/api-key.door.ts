import type { ApiKeyRight } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { credentialsOf } from '../common/bearer.js';
import { DomainError } from '../common/domain-error.js';
import { BrandDoor, remember } from '../common/doors.js';
import { hashOf } from '../common/secrets.js';
import { ApiKeysRepository } from './api-keys.repository.js';

/** A brand's backend. A browser never has a key: whatever carries an `Origin` is turned away. */
@Injectable()
export class ApiKeyDoor extends BrandDoor {
  constructor(private readonly keys: ApiKeysRepository) {
    super();
  }

  override async admit(request: Request, right: ApiKeyRight | undefined): Promise<void> {
    if (request.headers.origin !== undefined)
      throw new DomainError('api_key_forbidden', { detail: 'An API key is for a server, not for a page.' });
    const credentials = credentialsOf(request, 'Bearer');
    const key = credentials ? await this.keys.byHash(hashOf(credentials)) : null;
    if (!key) throw new DomainError('api_key_invalid');
    if (right === undefined || !key.rights.includes(right)) throw new DomainError('api_key_forbidden');
    const connection = request.params['connection'];
    if (typeof connection !== 'string' || !key.connections.includes(connection))
      throw new DomainError('api_key_forbidden', { detail: 'The key is not for this connection.' });
    remember(request, key);
  }
}
