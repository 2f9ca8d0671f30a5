import type { RejectionReason, TraceStep } from '@countersign/claims';
import { judgeProof, openProof, withSkipped } from '@countersign/protocol';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { type Connection, EncryptionKeysService, policyOf } from '../connections/index.js';
import { ProviderClient } from '../outbound/index.js';
import type { Attempt } from './attempts.repository.js';
import { type Judged, Steps } from './judging.js';

export type TokenToJudge = {
  readonly token: string;
  readonly connection: Connection;
  readonly attempt: Pick<Attempt, 'id' | 'nonce' | 'startedAt'>;
  readonly accessToken?: string;
  readonly code?: string;
};

export type TokenJudged = Omit<Judged, 'userinfo' | 'notes'>;

/** Brings the keys; the judging is `protocol`'s. */
@Injectable()
export class TokenJudge {
  constructor(
    private readonly providers: ProviderClient,
    private readonly encryptionKeys: EncryptionKeysService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async judge({ token, connection, ...rest }: TokenToJudge): Promise<TokenJudged> {
    const policy = policyOf(connection, this.config.PUBLIC_URL);
    const decryptionKeys =
      connection.encryption === 'refused' ? [] : await this.encryptionKeys.private(connection.brandId);
    const opened = await openProof({ token, policy, decryptionKeys });
    if (!opened.ok) return rejected(opened.rejection.reason, opened.steps);
    const keys = await this.providers.keysFor(connection.issuer, opened.keyId);
    if (!keys.ok) {
      const steps = new Steps();
      steps.made.push(...opened.steps);
      return rejected(keys.rejection.reason, steps.failed('keys', keys.rejection).steps);
    }
    const judgement = await judgeProof({ opened, policy, keys: keys.value, now: this.clock.now(), ...rest });
    return { ...judgement, fingerprints: await judgement.fingerprints() };
  }
}

const rejected = (reason: RejectionReason, steps: readonly TraceStep[]): TokenJudged => ({
  verdict: { kind: 'rejected', reason },
  steps: withSkipped(steps),
  fingerprints: [],
  keyId: undefined,
});
