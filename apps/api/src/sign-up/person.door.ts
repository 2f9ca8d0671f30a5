import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../common/domain-error.js';
import { PersonDoor, remember } from '../common/doors.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { PersonCookies } from './person-cookies.js';

/** By cookie; whatever writes must come from the workspace, since a cookie travels by itself. */
@Injectable()
export class PersonCookieDoor extends PersonDoor {
  private readonly workspace: string;

  constructor(
    private readonly cookies: PersonCookies,
    @Inject(CONFIG) { WORKSPACE_URL }: Config,
  ) {
    super();
    this.workspace = new URL(WORKSPACE_URL).origin;
  }

  override async admit(request: Request): Promise<void> {
    const { origin, cookie } = request.headers;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (origin === undefined ? !reads : origin !== this.workspace)
      throw new DomainError('origin_not_allowed', { detail: 'Only the agent workspace may ask this.' });
    const person = this.cookies.person(cookie);
    if (!person) throw new DomainError('person_required');
    remember(request, person);
  }
}
