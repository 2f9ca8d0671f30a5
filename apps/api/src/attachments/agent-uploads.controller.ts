import { type Attachment, id } from '@countersign/contracts';
import { Controller, Header, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { LiveAgent } from '../agents/index.js';
import { ForAgent } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { parsed } from '../common/parsed.pipe.js';
import { AnsweringService } from '../conversations/index.js';
import { UploadsService } from './uploads.service.js';

@Controller('v1/agent/conversations/:conversation/attachments')
export class AgentUploadsController {
  constructor(
    private readonly answering: AnsweringService,
    private readonly uploads: UploadsService,
  ) {}

  @Post()
  @ForAgent()
  @Header('cache-control', 'no-store')
  async upload(
    @Req() request: Request,
    @Param('conversation', parsed(id)) conversationId: string,
  ): Promise<Attachment> {
    const agent = recall<LiveAgent>(request);
    await this.answering.answers(agent, conversationId);
    const { brandId, agentId } = agent;
    return this.uploads.take({ brandId, conversationId, uploader: { by: 'agent', agentId } }, request);
  }
}
