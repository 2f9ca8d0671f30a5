import {
  type AttemptDetail,
  type AttemptPage,
  attemptQuery,
  type ConsoleConnections,
  connectionKey,
  id,
  type LogoutPage,
  type TryProof,
  type TryResult,
  tryProof,
} from '@countersign/contracts';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import type { LiveAgent } from '../agents/index.js';
import { ForDeveloper } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { parsed } from '../common/parsed.pipe.js';
import { AttemptsConsole } from './attempts-console.service.js';
import { ConnectionsConsole } from './connections-console.service.js';
import { LogoutsConsole } from './logouts-console.service.js';
import { TesterService } from './tester.service.js';

/** What a brand's developers read and try. Everything is asked within their brand. */
@Controller('v1/console')
export class ConsoleController {
  constructor(
    private readonly connections: ConnectionsConsole,
    private readonly attempts: AttemptsConsole,
    private readonly signOuts: LogoutsConsole,
    private readonly tester: TesterService,
  ) {}

  @Get('connections')
  @ForDeveloper()
  @Header('cache-control', 'no-store')
  list(@Req() request: Request): Promise<ConsoleConnections> {
    return this.connections.list(recall<LiveAgent>(request).brandId);
  }

  @Get('connections/:connection/attempts')
  @ForDeveloper()
  @Header('cache-control', 'no-store')
  page(
    @Req() request: Request,
    @Param('connection', parsed(connectionKey)) key: string,
    @Query(parsed(attemptQuery)) query: z.output<typeof attemptQuery>,
  ): Promise<AttemptPage> {
    return this.attempts.page(recall<LiveAgent>(request).brandId, key, query);
  }

  @Get('connections/:connection/attempts/:attempt')
  @ForDeveloper()
  @Header('cache-control', 'no-store')
  attempt(
    @Req() request: Request,
    @Param('connection', parsed(connectionKey)) key: string,
    @Param('attempt', parsed(id)) attempt: string,
  ): Promise<AttemptDetail> {
    return this.attempts.detail(recall<LiveAgent>(request).brandId, attempt, key);
  }

  @Get('connections/:connection/logouts')
  @ForDeveloper()
  @Header('cache-control', 'no-store')
  logouts(
    @Req() request: Request,
    @Param('connection', parsed(connectionKey)) key: string,
  ): Promise<LogoutPage> {
    return this.signOuts.page(recall<LiveAgent>(request).brandId, key);
  }

  @Get('attempts/:attempt')
  @ForDeveloper()
  @Header('cache-control', 'no-store')
  find(@Req() request: Request, @Param('attempt', parsed(id)) attempt: string): Promise<AttemptDetail> {
    return this.attempts.detail(recall<LiveAgent>(request).brandId, attempt);
  }

  @Post('connections/:connection/try')
  @HttpCode(200)
  @ForDeveloper()
  @Header('cache-control', 'no-store')
  try(
    @Req() request: Request,
    @Param('connection', parsed(connectionKey)) key: string,
    @Body(parsed(tryProof)) proof: TryProof,
  ): Promise<TryResult> {
    return this.tester.try(recall<LiveAgent>(request), key, proof);
  }
}
