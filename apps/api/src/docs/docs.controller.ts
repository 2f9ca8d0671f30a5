import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OpenToAnyone } from '../common/callers.js';
import { DomainError } from '../common/domain-error.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { openApi } from './openapi.js';
import { look, page, start } from './page.js';

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const served = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** The API's reference, from local files only. */
@Controller('docs')
export class DocsController {
  private readonly document: object;

  constructor(@Inject(CONFIG) { PUBLIC_URL, COUNTERSIGN_TEST_CLOCK }: Config) {
    this.document = openApi(PUBLIC_URL, { testClock: COUNTERSIGN_TEST_CLOCK });
  }

  @Get()
  @OpenToAnyone()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header(
    'content-security-policy',
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  )
  page(): string {
    return page;
  }

  @Get('openapi.json')
  @OpenToAnyone()
  @Header('access-control-allow-origin', '*')
  openApi(): object {
    return this.document;
  }

  @Get('start.js')
  @OpenToAnyone()
  @Header('content-type', 'text/javascript')
  start(): string {
    return start;
  }

  @Get('look.css')
  @OpenToAnyone()
  @Header('content-type', 'text/css')
  look(): string {
    return look;
  }

  @Get(':file')
  @OpenToAnyone()
  file(@Param('file') name: string, @Res() response: Response): void {
    if (!served.includes(name)) throw new DomainError('route_not_found');
    // By root: express calls no file that lies below a folder with a dot, as pnpm's store is.
    response.sendFile(name, { root: folder });
  }
}
