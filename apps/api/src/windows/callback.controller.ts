import { Controller, Get, Inject, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OpenToAnyone } from '../common/callers.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import type { Arrived } from './arrivals.service.js';
import { windowPathOf } from './pages/failure-page.js';
import { sendPage } from './pages/frame.js';
import { html } from './pages/html.js';
import { PageFiles } from './pages/page-files.js';
import { WindowFilter } from './window.filter.js';
import { ArriveGuard } from './window.guard.js';

/** Back into the window, without a trace of the way in its address. */
export function sendBack(response: Response, { brand, connection }: Arrived): void {
  response.setHeader('cache-control', 'no-store');
  response.redirect(303, windowPathOf(brand.slug, connection.key));
}

/** Each connection's callback, as a browser is sent to it. */
@Controller('window/callback/:connection')
@UseFilters(WindowFilter)
export class WindowCallbackController {
  constructor(
    private readonly files: PageFiles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @OpenToAnyone()
  @UseGuards(ArriveGuard)
  arrive(@Req() request: Request, @Res() response: Response): void {
    if (request.user) sendBack(response, request.user as Arrived);
    else this.takeFragment(response);
  }

  private takeFragment(response: Response): void {
    sendPage(response, this.config.PUBLIC_URL, {
      title: 'Signing in',
      head: [...this.files.look(), this.files.tag('return')],
      body: html`<main class="card" aria-live="polite"><h1>One moment</h1><p id="word">You are on your way back to the chat.</p></main>
<noscript><p class="card">This chat needs JavaScript. Switch it on, and sign in again.</p></noscript>`,
    });
  }
}
