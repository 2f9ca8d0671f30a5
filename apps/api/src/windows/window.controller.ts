import { brandSlug, connectionKey, popOut } from '@countersign/contracts';
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ForPage, OpenToAnyone } from '../common/callers.js';
import { parsed } from '../common/parsed.pipe.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { ConnectionsService } from '../connections/index.js';
import { windowPathOf } from './pages/failure-page.js';
import { sendPage } from './pages/frame.js';
import { html } from './pages/html.js';
import { PageFiles } from './pages/page-files.js';
import { TicketsService } from './tickets.service.js';
import { WindowFilter } from './window.filter.js';
import { WindowFailed } from './window-failed.js';

/** What a page that shows another calls itself. W3C Fetch Metadata Request Headers. */
const FRAMES = ['iframe', 'frame', 'fencedframe', 'embed', 'object'];

/** The chat as a page of the service's own. */
@Controller('window/:brand')
@UseFilters(WindowFilter)
export class WindowController {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly tickets: TicketsService,
    private readonly files: PageFiles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @OpenToAnyone()
  async page(
    @Req() { headers }: Request,
    @Res() response: Response,
    @Param('brand', parsed(brandSlug)) slug: string,
    @Query('connection', parsed(connectionKey)) key: string,
  ): Promise<void> {
    if (FRAMES.includes(String(headers['sec-fetch-dest']))) throw new WindowFailed('framed');
    const { brand } = await this.connections.forPage(slug, key, this.config.PUBLIC_URL);
    sendPage(response, this.config.PUBLIC_URL, {
      title: `Chat with ${brand.name}`,
      head: [...this.files.look(), this.files.tag('page')],
      body: html`<main id="chat" data-brand="${brand.slug}" data-connection="${key}"></main>
<noscript><p class="card">This chat needs JavaScript. Switch it on, and load the page again.</p></noscript>`,
    });
  }

  /** A form of the brand's page, into a window it has opened. */
  @Post('pop-out')
  @ForPage()
  async popOut(
    @Req() request: Request,
    @Res() response: Response,
    @Param('brand', parsed(brandSlug)) slug: string,
    @Body() body: unknown,
  ): Promise<void> {
    const form = popOut.safeParse(body);
    if (!form.success) throw new WindowFailed('ticket_invalid');
    const { key } = await this.tickets.redeem(request, response, slug, form.data.ticket);
    response.setHeader('cache-control', 'no-store');
    response.redirect(303, windowPathOf(slug, key));
  }
}
