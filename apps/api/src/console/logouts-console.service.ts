import type { LogoutPage } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { ConnectionsService } from '../connections/index.js';
import { LogoutTokensRepository } from '../identity/index.js';

/** What became of the logout tokens a provider sent. */
@Injectable()
export class LogoutsConsole {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly tokens: LogoutTokensRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async page(brandId: string, key: string): Promise<LogoutPage> {
    const { id, backchannelLogout } = await this.connections.byKey(brandId, key);
    const url = `${this.config.PUBLIC_URL}/v1/connections/${id}/backchannel-logout`;
    return {
      url: backchannelLogout ? url : null,
      logouts: [...(await this.tokens.latest(brandId, id))],
    };
  }
}
