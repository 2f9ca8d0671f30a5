import { type Before, reject, renewableUntil, verifyRenewal } from '@countersign/protocol';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/env.js';
import {
  type Connection,
  ConnectionsService,
  EncryptionKeysService,
  policyOf,
} from '../../connections/index.js';
import { ProviderClient } from '../../outbound/index.js';
import { type Judged, Steps } from '../judging.js';

export type ToRenew = {
  readonly refreshToken: string;
  readonly hostProofAt: Date;
  readonly before: Before;
};

/** Server to server, from the refresh token to judged claims. */
@Injectable()
export class RenewalJudge {
  constructor(
    private readonly providers: ProviderClient,
    private readonly connections: ConnectionsService,
    private readonly encryptionKeys: EncryptionKeysService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async judge(connection: Connection, { refreshToken, hostProofAt, before }: ToRenew): Promise<Judged> {
    const steps = new Steps();
    const askedAt = this.clock.now();
    if (renewableUntil(hostProofAt) <= askedAt)
      return steps.failed('refresh', reject('refresh_refused', 'within twelve hours', 'later'));
    const endpoint = await this.endpointOf(connection);
    if (!endpoint.ok) return steps.failed('refresh', endpoint.rejection);
    const client = {
      breaker: `${connection.id} token`,
      clientId: connection.clientId ?? '',
      clientSecret: await this.connections.clientSecret(connection),
      authMethod: connection.tokenAuthMethod,
    };
    const tokens = await this.providers.renew(endpoint.value, client, refreshToken);
    if (!tokens.ok) return steps.failed('refresh', tokens.rejection);
    steps.passed('refresh');
    const { verdict, keyId, ...judgement } = await verifyRenewal({
      token: tokens.value.id_token,
      policy: policyOf(connection, this.config.PUBLIC_URL),
      keys: async (id) => {
        const keys = await this.providers.keysFor(connection.issuer, id);
        return keys.ok ? keys.value : undefined;
      },
      decryptionKeys:
        connection.encryption === 'refused' ? [] : await this.encryptionKeys.private(connection.brandId),
      before,
      askedAt,
      now: this.clock.now(),
      accessToken: tokens.value.access_token,
    });
    return {
      verdict,
      steps: [...steps.made, ...judgement.steps],
      fingerprints: await judgement.fingerprints(),
      keyId,
      // Where the provider gives no new one, the old one goes on. RFC 6749, section 6.
      refreshToken: tokens.value.refresh_token ?? refreshToken,
      userinfo: undefined,
      notes: [],
    };
  }

  private async endpointOf({ issuer, tokenEndpoint }: Connection) {
    if (tokenEndpoint !== null) return { ok: true, value: tokenEndpoint } as const;
    const document = await this.providers.discover(issuer);
    return document.ok ? ({ ok: true, value: document.value.token_endpoint } as const) : document;
  }
}
