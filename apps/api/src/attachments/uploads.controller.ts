import { type Attachment, attachmentQuery } from '@countersign/contracts';
import { mayWrite } from '@countersign/protocol';
import { Controller, Header, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { credentialsOf } from '../common/bearer.js';
import { ForPage } from '../common/callers.js';
import { DomainError } from '../common/domain-error.js';
import { parsed } from '../common/parsed.pipe.js';
import { RateLimit } from '../common/rate-limit.js';
import { TalkService } from '../conversations/index.js';
import { pathOf, possessionOf, SessionGate } from '../identity/index.js';
import { UploadsService } from './uploads.service.js';

/** Of the limit: a file costs more than a request does. */
const OF_FILES = 1 / 2;

@Controller('v1/attachments')
export class UploadsController {
  constructor(
    private readonly gate: SessionGate,
    private readonly talk: TalkService,
    private readonly uploads: UploadsService,
    private readonly limit: RateLimit,
  ) {}

  @Post()
  @ForPage()
  @Header('cache-control', 'no-store')
  async upload(
    @Req() request: Request,
    @Query(parsed(attachmentQuery)) { conversation }: z.output<typeof attachmentQuery>,
  ): Promise<Attachment> {
    const token = credentialsOf(request, 'DPoP');
    const proof = possessionOf(request);
    const session = await this.gate.authenticate({ token, proof, method: 'POST', path: pathOf(request) });
    this.limit.spendOf(request, `files of ${session.brandSlug}`, OF_FILES);
    const { brandId, familyId } = session;
    // Where nothing may be written, nothing is uploaded either. What is only held for a moment waits with its message.
    const refusal = mayWrite(undefined, session.assurance, session.minimum);
    if (refusal !== undefined && refusal !== 'sending_held') throw new DomainError(refusal);
    if (conversation !== undefined && (await this.talk.mine(session, conversation)).state === 'ended')
      throw new DomainError('conversation_ended');
    const uploader = { by: 'consumer', familyId } as const;
    return this.uploads.take({ brandId, conversationId: conversation ?? null, uploader }, request);
  }
}
