import { type CannedAnswer, id, type PutCannedAnswer, putCannedAnswer } from '@countersign/contracts';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { LiveAgent } from '../agents/index.js';
import { ForAgent } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { parsed } from '../common/parsed.pipe.js';
import { CannedService } from './canned.service.js';

@Controller('v1/agent/canned-answers')
export class CannedController {
  constructor(private readonly canned: CannedService) {}

  @Get()
  @ForAgent()
  @Header('cache-control', 'no-store')
  async list(@Req() request: Request): Promise<{ answers: CannedAnswer[] }> {
    return { answers: await this.canned.all(recall<LiveAgent>(request)) };
  }

  @Post()
  @ForAgent()
  add(
    @Req() request: Request,
    @Body(parsed(putCannedAnswer)) answer: PutCannedAnswer,
  ): Promise<CannedAnswer> {
    return this.canned.add(recall<LiveAgent>(request), answer);
  }

  @Put(':answer')
  @ForAgent()
  change(
    @Req() request: Request,
    @Param('answer', parsed(id)) which: string,
    @Body(parsed(putCannedAnswer)) answer: PutCannedAnswer,
  ): Promise<CannedAnswer> {
    return this.canned.change(recall<LiveAgent>(request), which, answer);
  }

  @Delete(':answer')
  @HttpCode(204)
  @ForAgent()
  remove(@Req() request: Request, @Param('answer', parsed(id)) which: string): Promise<void> {
    return this.canned.remove(recall<LiveAgent>(request), which);
  }
}
