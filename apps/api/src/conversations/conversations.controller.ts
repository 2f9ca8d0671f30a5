import type { Trace } from '@countersign/claims';
import {
  type ConversationDetail,
  type ConversationList,
  id,
  type Message,
  routes,
} from '@countersign/contracts';
import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import type { LiveAgent } from '../agents/index.js';
import { ForAgent } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { parsed } from '../common/parsed.pipe.js';
import { DeskService } from './desk.service.js';
import { QueueService } from './queue.service.js';

const { query: listQuery } = routes.listConversations;
const { query: earlierQuery } = routes.earlierMessages;

@Controller('v1/agent/conversations')
export class ConversationsController {
  constructor(
    private readonly desk: DeskService,
    private readonly queue: QueueService,
  ) {}

  @Get()
  @ForAgent()
  @Header('cache-control', 'no-store')
  list(
    @Req() request: Request,
    @Query(parsed(listQuery)) { state, after }: z.output<typeof listQuery>,
  ): Promise<ConversationList> {
    return this.queue.page(recall<LiveAgent>(request), state, after);
  }

  @Get(':conversation')
  @ForAgent()
  @Header('cache-control', 'no-store')
  detail(
    @Req() request: Request,
    @Param('conversation', parsed(id)) conversation: string,
  ): Promise<ConversationDetail> {
    return this.desk.detail(recall<LiveAgent>(request), conversation);
  }

  @Get(':conversation/messages')
  @ForAgent()
  @Header('cache-control', 'no-store')
  async earlier(
    @Req() request: Request,
    @Param('conversation', parsed(id)) conversation: string,
    @Query(parsed(earlierQuery)) { before }: z.output<typeof earlierQuery>,
  ): Promise<{ messages: Message[] }> {
    return { messages: await this.desk.earlier(recall<LiveAgent>(request), conversation, before) };
  }

  @Get(':conversation/trace')
  @ForAgent()
  @Header('cache-control', 'no-store')
  trace(@Req() request: Request, @Param('conversation', parsed(id)) conversation: string): Promise<Trace> {
    return this.desk.trace(recall<LiveAgent>(request), conversation);
  }
}
