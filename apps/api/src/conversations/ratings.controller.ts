import type { RatingFigures } from '@countersign/contracts';
import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { LiveAgent } from '../agents/index.js';
import { ForAgent } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { RatingsService } from './ratings.service.js';

@Controller('v1/agent/ratings')
export class RatingsController {
  constructor(private readonly ratings: RatingsService) {}

  @Get()
  @ForAgent()
  @Header('cache-control', 'no-store')
  figures(@Req() request: Request): Promise<RatingFigures> {
    return this.ratings.figures(recall<LiveAgent>(request));
  }
}
