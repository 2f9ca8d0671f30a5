import {
  createBrand,
  enterBrand,
  routes,
  type SignUpMe,
  type SignUpView,
  type SlugView,
} from '@countersign/contracts';
import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { AgentCookies, AgentGate } from '../agents/index.js';
import { ForPerson, OpenToAnyone } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { parsed } from '../common/parsed.pipe.js';
import { RateLimit } from '../common/rate-limit.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import type { Person } from './person.js';
import { PersonCookies } from './person-cookies.js';
import { type Entered, SignUpService } from './sign-up.service.js';

/** Of the limit of an address: a brand is many rows, and nobody makes one every second. */
const OF_MAKING = 1 / 6;

@Controller('v1/sign-up')
export class SignUpController {
  constructor(
    private readonly signUp: SignUpService,
    private readonly gate: AgentGate,
    private readonly agentCookies: AgentCookies,
    private readonly cookies: PersonCookies,
    private readonly limit: RateLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @OpenToAnyone()
  @Header('cache-control', 'no-store')
  view(): SignUpView {
    return { mode: this.config.SIGN_UP, provider: this.config.signIn?.label ?? null };
  }

  @Get('me')
  @ForPerson()
  @Header('cache-control', 'no-store')
  me(@Req() request: Request): Promise<SignUpMe> {
    return this.signUp.me(recall<Person>(request));
  }

  @Get('slug')
  @ForPerson()
  @Header('cache-control', 'no-store')
  slug(
    @Req() request: Request,
    @Query(parsed(routes.signUpSlug.query)) { slug }: { slug: string },
  ): Promise<SlugView> {
    this.limit.spendOf(request, 'sign-up names');
    return this.signUp.slug(slug);
  }

  @Post('brands')
  @ForPerson()
  async create(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body(parsed(createBrand)) wanted: z.output<typeof createBrand>,
  ): Promise<{ brand: string }> {
    this.limit.spendOf(request, 'sign-up brands', OF_MAKING);
    return this.in(response, await this.signUp.create(recall<Person>(request), wanted));
  }

  @Post('enter')
  @HttpCode(200)
  @ForPerson()
  async enter(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body(parsed(enterBrand)) { brand }: z.output<typeof enterBrand>,
  ): Promise<{ brand: string }> {
    return this.in(response, await this.signUp.enter(recall<Person>(request), brand));
  }

  @Post('sign-out')
  @HttpCode(204)
  @ForPerson()
  signOut(@Res({ passthrough: true }) response: Response): void {
    this.cookies.clearPerson(response);
  }

  private async in(response: Response, { brandId, agentId, slug }: Entered): Promise<{ brand: string }> {
    this.agentCookies.setSession(response, await this.gate.open(brandId, agentId));
    response.setHeader('cache-control', 'no-store');
    return { brand: slug };
  }
}
