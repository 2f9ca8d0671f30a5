import { Controller, Get, Inject, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OpenToAnyone } from '../common/callers.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import type { Person } from './person.js';
import { PersonCookies } from './person-cookies.js';
import { SignUpFilter } from './sign-up.filter.js';
import { PersonArrivesGuard, PersonLeavesGuard } from './sign-up.guard.js';

@Controller('v1/sign-up')
@UseFilters(SignUpFilter)
export class PersonSignInController {
  constructor(
    private readonly cookies: PersonCookies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The strategy answers with the redirect: nothing is left to do. */
  @Get('sign-in')
  @OpenToAnyone()
  @UseGuards(PersonLeavesGuard)
  leave(): void {}

  @Get('callback')
  @OpenToAnyone()
  @UseGuards(PersonArrivesGuard)
  arrive(@Req() request: Request, @Res() response: Response): void {
    this.cookies.setPerson(response, request.user as Person);
    response.setHeader('cache-control', 'no-store');
    response.redirect(302, new URL('/create', this.config.WORKSPACE_URL).href);
  }
}
