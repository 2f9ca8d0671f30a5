import { Body, Controller, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OpenToAnyone } from '../common/callers.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { ArrivalsService } from './arrivals.service.js';
import { sendBack } from './callback.controller.js';
import { WindowFilter } from './window.filter.js';

/**
 * ID tokens come in the body of a POST: from the provider's own page, or from ours, which has taken the fragment.
 * OAuth 2.0 Form Post Response Mode, section 2.
 */
@Controller('window/callback/:connection')
@UseFilters(WindowFilter)
export class WindowFormPostController {
  constructor(
    private readonly arrivals: ArrivalsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @OpenToAnyone()
  async arrive(@Req() request: Request, @Res() response: Response, @Body() body: unknown): Promise<void> {
    // Our page tells nobody where it comes from, itself neither: then the browser says that it is ours.
    const { origin, 'sec-fetch-site': site } = request.headers;
    const ownPage = origin === this.config.PUBLIC_URL || site === 'same-origin';
    sendBack(response, await this.arrivals.arrive(request, body, ownPage ? 'fragment' : 'form_post'));
  }
}
