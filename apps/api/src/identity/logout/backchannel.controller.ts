import { id, problemOf } from '@countersign/contracts';
import { Body, Controller, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { OpenToAnyone } from '../../common/callers.js';
import { DomainError } from '../../common/domain-error.js';
import { parsed } from '../../common/parsed.pipe.js';
import { RateLimit } from '../../common/rate-limit.js';
import { ConnectionsService } from '../../connections/index.js';
import { BackchannelService } from './backchannel.service.js';

/** Other parameters are passed over. OpenID Connect Back-Channel Logout 1.0, section 2.5. */
const form = z.looseObject({ logout_token: z.string().min(1) });

/** Where a provider sends logout tokens. The token itself is the authority: no key of a caller is asked. */
@Controller('v1/connections/:connection/backchannel-logout')
export class BackchannelController {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly backchannel: BackchannelService,
    private readonly limit: RateLimit,
  ) {}

  @Post()
  @OpenToAnyone()
  @Header('cache-control', 'no-store')
  async take(
    @Req() request: Request,
    @Res() response: Response,
    @Param('connection', parsed(id)) connectionId: string,
    @Body() body: unknown,
  ): Promise<void> {
    const connection = await this.connections.anywhere(connectionId);
    if (!connection.backchannelLogout)
      throw new DomainError('connection_unknown', { detail: 'This connection takes no logout tokens.' });
    const read = form.safeParse(body);
    const refused = read.success
      ? await this.backchannel.take(connection, read.data.logout_token)
      : { sentence: 'Expected a form with one logout_token.' };
    if (!refused) {
      response.status(200).end();
      return;
    }
    // Only what is refused counts: a provider that signs out thousands at once must not be turned away.
    this.limit.spendOf(request, `logout ${connectionId}`);
    const { sentence, ...more } = refused;
    refuse(response, sentence, more);
  }
}

/** As OAuth 2.0 says errors, and as this service does. OpenID Connect Back-Channel Logout 1.0, section 2.8. */
function refuse(response: Response, sentence: string, more: Parameters<typeof problemOf>[1] = {}): void {
  const { status, ...problem } = problemOf('logout_token_invalid', { detail: sentence, ...more });
  response.status(status).json({ error: 'invalid_request', error_description: sentence, status, ...problem });
}
