import { routes, type SearchResult } from '@countersign/contracts';
import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import type { LiveAgent } from '../../agents/index.js';
import { ForAgent } from '../../common/callers.js';
import { recall } from '../../common/doors.js';
import { parsed } from '../../common/parsed.pipe.js';
import { SearchService } from './search.service.js';

const { query } = routes.search;

@Controller('v1/agent/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @ForAgent()
  @Header('cache-control', 'no-store')
  find(
    @Req() request: Request,
    @Query(parsed(query)) { words }: z.output<typeof query>,
  ): Promise<SearchResult> {
    return this.search.search(recall<LiveAgent>(request), words);
  }
}
