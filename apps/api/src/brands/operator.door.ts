import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { credentialsOf } from '../common/bearer.js';
import { DomainError } from '../common/domain-error.js';
import { OperatorDoor, remember } from '../common/doors.js';
import { sameSecret } from '../common/secrets.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';

@Injectable()
export class OperatorKeyDoor extends OperatorDoor {
  constructor(@Inject(CONFIG) private readonly config: Config) {
    super();
  }

  override async admit(request: Request): Promise<void> {
    const given = credentialsOf(request, 'Bearer');
    if (request.headers.origin !== undefined || !given || !sameSecret(given, this.config.OPERATOR_KEY))
      throw new DomainError('operator_key_invalid');
    remember(request, 'operator');
  }
}
