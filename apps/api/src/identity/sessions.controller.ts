import { type OpenSession, openSession, type SessionView } from '@countersign/contracts';
import { Body, Controller, Delete, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { credentialsOf } from '../common/bearer.js';
import { ForPage } from '../common/callers.js';
import { parsed } from '../common/parsed.pipe.js';
import { RateLimit } from '../common/rate-limit.js';
import { Following, Telemetry } from '../telemetry/index.js';
import { LogoutService } from './logout/logout.service.js';
import { OpenService } from './open.service.js';
import { pathOf, possessionOf } from './page-request.js';
import { PossessionService } from './possession.service.js';
import { RefreshService } from './refresh/refresh.service.js';
import { SessionGate } from './session.gate.js';

@Controller('v1/sessions')
export class SessionsController {
  constructor(
    private readonly opening: OpenService,
    private readonly possession: PossessionService,
    private readonly logout: LogoutService,
    private readonly refreshing: RefreshService,
    private readonly gate: SessionGate,
    private readonly limit: RateLimit,
    private readonly telemetry: Telemetry,
    private readonly following: Following,
  ) {}

  @Post()
  @HttpCode(200)
  @ForPage()
  async open(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body(parsed(openSession)) body: OpenSession,
  ): Promise<SessionView | undefined> {
    this.limit.spendOf(request, body.brand);
    const proof = possessionOf(request);
    const possession = await this.possession.judge({ proof, method: 'POST', path: pathOf(request) });
    const view = await this.telemetry.span(
      'session opened',
      { brand: body.brand },
      async () => this.followed(await this.opening.open(body, possession, request)),
      { page: request.get('traceparent') },
    );
    response.setHeader('cache-control', 'no-store');
    if (!view) response.status(204);
    return view;
  }

  private followed(view: SessionView | undefined): SessionView | undefined {
    if (view) {
      this.telemetry.add({ session: view.session, assurance: view.assurance });
      this.following.opened(view.session);
    }
    return view;
  }

  /** By the provider's refresh token. Answers the new session; a refusal is told with its one reason. */
  @Post('current/refresh')
  @HttpCode(200)
  @ForPage()
  @Header('cache-control', 'no-store')
  async renew(@Req() request: Request): Promise<SessionView> {
    const token = credentialsOf(request, 'DPoP');
    const proof = possessionOf(request);
    const session = await this.gate.authenticate({ token, proof, method: 'POST', path: pathOf(request) });
    this.limit.spendOf(request, session.brandSlug);
    return this.refreshing.refresh(session);
  }

  @Delete('current')
  @HttpCode(204)
  @ForPage()
  async end(@Req() request: Request): Promise<void> {
    const token = credentialsOf(request, 'DPoP');
    const proof = possessionOf(request);
    const session = await this.gate.authenticate({ token, proof, method: 'DELETE', path: pathOf(request) });
    await this.logout.byConsumer(session);
  }
}
