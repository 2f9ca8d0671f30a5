import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OpenToAnyone } from '../common/callers.js';
import { DomainError } from '../common/domain-error.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { openApi } from './openapi.js';

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const served = ['swagger-ui.css', 'swagger-ui-bundle.js'];

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Countersign API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><main id="reference"></main><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`;

const start = `SwaggerUIBundle({ url: '/docs/openapi.json', dom_id: '#reference', docExpansion: 'list', defaultModelsExpandDepth: 0 });`;

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

  @Get(':file')
  @OpenToAnyone()
  file(@Param('file') name: string, @Res() response: Response): void {
    if (!served.includes(name)) throw new DomainError('route_not_found');
    // By root: express calls no file that lies below a folder with a dot, as pnpm's store is.
    response.sendFile(name, { root: folder });
  }
}
