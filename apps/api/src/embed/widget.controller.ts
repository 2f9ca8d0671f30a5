import { extname } from 'node:path';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OpenToAnyone } from '../common/callers.js';
import { DomainError } from '../common/domain-error.js';
import { Log } from '../common/log.js';
import { readWidget } from './widget-files.js';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** The widget's two files, and the one address brands put into their pages. */
@Controller()
export class WidgetController {
  private readonly widget = readWidget();

  constructor(log: Log) {
    if (!this.widget) log.warn('the widget is not built: pages cannot load it');
  }

  /** Always the newest launcher; browsers ask again after five minutes. */
  @Get('widget.js')
  @OpenToAnyone()
  @Header('cache-control', 'public, max-age=300')
  newest(@Res() response: Response): void {
    if (!this.widget) throw new DomainError('service_unavailable', { detail: 'The widget is not built.' });
    send(response, this.widget.launcher);
  }

  /** What a page written for LivePerson puts where that script was. It brings the launcher of its own version. */
  @Get('lptag.js')
  @OpenToAnyone()
  @Header('cache-control', 'public, max-age=300')
  shim(@Res() response: Response): void {
    if (!this.widget) throw new DomainError('service_unavailable', { detail: 'The widget is not built.' });
    send(response, this.widget.lptag);
  }

  @Get('widget/:version/:file')
  @OpenToAnyone()
  version(@Param('version') version: string, @Param('file') name: string, @Res() response: Response): void {
    const file = version === this.widget?.version ? this.widget.files.get(name) : undefined;
    if (!file) throw new DomainError('route_not_found');
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    send(response, file, types[extname(name)]);
  }
}

function send(response: Response, file: Buffer, type = 'text/javascript'): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  response.type(type).send(file);
}
