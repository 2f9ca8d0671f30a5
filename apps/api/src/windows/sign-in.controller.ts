import type { WindowDeparture } from '@countersign/contracts';
import { Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ForPage } from '../common/callers.js';
import { DeparturesService } from './departures.service.js';
import { DepartGuard, departureOf } from './window.guard.js';

/** Answers the window where it has to go. */
@Controller('window/:brand')
export class WindowSignInController {
  constructor(private readonly departures: DeparturesService) {}

  @Post('sign-in')
  @HttpCode(200)
  @ForPage()
  @UseGuards(DepartGuard)
  async signIn(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WindowDeparture> {
    response.setHeader('cache-control', 'no-store');
    const departure = departureOf(request);
    if (departure.connection.flow === 'code') return request.user as WindowDeparture;
    return { location: await this.departures.implicit(response, departure) };
  }
}
