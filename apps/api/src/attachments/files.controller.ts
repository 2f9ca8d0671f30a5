import { pipeline } from 'node:stream';
import { agentFileQuery, type FileQuery, fileQuery, id } from '@countersign/contracts';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { LiveAgent } from '../agents/index.js';
import { ForAgent, OpenToAnyone } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { parsed } from '../common/parsed.pipe.js';
import { dispositionOf } from './file-name.js';
import { FilesService, type ReadFile } from './files.service.js';

@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Get('agent/:attachment')
  @ForAgent()
  async byAgent(
    @Req() request: Request,
    @Res() response: Response,
    @Param('attachment', parsed(id)) attachment: string,
    @Query(parsed(agentFileQuery)) { part }: z.output<typeof agentFileQuery>,
  ): Promise<void> {
    send(response, await this.files.byAgent(recall<LiveAgent>(request), attachment, part));
  }

  /** The link is what opens it: an `<img>` of a brand's page carries nothing else. */
  @Get(':brand/:attachment')
  @OpenToAnyone()
  async byLink(
    @Res() response: Response,
    @Param('brand', parsed(id)) brand: string,
    @Param('attachment', parsed(id)) attachment: string,
    @Query(parsed(fileQuery)) query: FileQuery,
  ): Promise<void> {
    const file = await this.files.byLink(brand, attachment, query);
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    send(response, file);
  }
}

/**
 * Somebody's file is never a page of ours: no browser guesses another type, nothing in it runs or loads, and no copy
 * outlives the session in a cache.
 */
function send(response: Response, { attachment, part, content }: ReadFile): void {
  const type = part === 'preview' ? 'image/webp' : attachment.type;
  response.setHeader('content-type', type);
  response.setHeader('content-disposition', dispositionOf(attachment.name, attachment.type));
  response.setHeader('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  response.setHeader('cache-control', 'private, no-store');
  if (part === 'whole') response.setHeader('content-length', String(attachment.bytes));
  // Whoever breaks off, or a store that does, ends the connection: what was sent is told apart by its length.
  pipeline(content, response, () => undefined);
}
