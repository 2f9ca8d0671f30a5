import type { RejectionReason, TraceStep } from '@countersign/claims';
import { demanding, judgeProof, judgeWithoutAttempt, openProof, withSkipped } from '@countersign/protocol';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { type Connection, EncryptionKeysService, policyOf } from '../connections/index.js';
import { ProviderClient } from '../outbound/index.js';
import type { Attempt } from './attempts.repository.js';
import { EvidenceService, type ToExamine } from './evidence.service.js';
import { type Judged, Steps } from './judging.js';

export type TokenToJudge = {
  readonly token: string;
  readonly connection: Connection;
  /** Absent in the token tester: then what only an attempt could tell is not tried. */
  readonly attempt?: Pick<Attempt, 'id' | 'nonce' | 'startedAt' | 'demands'>;
  readonly accessToken?: string;
  readonly code?: string;
};

/** Others are opened without a key. RFC 7516, section 7.1. */
const JWE_PARTS = 5;

export type TokenJudged = Omit<Judged, 'userinfo' | 'notes'>;

/** Brings the keys; the judging is `protocol`'s. */
@Injectable()
export class TokenJudge {
  constructor(
    private readonly providers: ProviderClient,
    private readonly encryptionKeys: EncryptionKeysService,
    private readonly evidence: EvidenceService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async judge({ token, connection, attempt, ...rest }: TokenToJudge): Promise<TokenJudged> {
    const policy = demanding(policyOf(connection, this.config.PUBLIC_URL), attempt?.demands ?? null);
    const sealed =
      connection.encryption !== 'refused' && token.split('.', JWE_PARTS + 1).length === JWE_PARTS;
    const decryptionKeys = sealed ? await this.encryptionKeys.private(connection.brandId) : [];
    const opened = await openProof({ token, policy, decryptionKeys });
    const examined = { token, connection, opened };
    if (!opened.ok) return this.refusal(examined, opened.rejection.reason, opened.steps);
    const keys = await this.providers.keysFor(connection.issuer, opened.keyId);
    if (!keys.ok) {
      const steps = new Steps();
      steps.made.push(...opened.steps);
      const made = steps.failed('keys', keys.rejection).steps;
      return this.refusal(examined, keys.rejection.reason, made);
    }
    const input = { opened, policy, keys: keys.value, now: this.clock.now(), ...rest };
    const judgement = attempt ? await judgeProof({ ...input, attempt }) : await judgeWithoutAttempt(input);
    const evidence = await this.evidence.examine({ ...examined, keys: keys.value, judgement });
    return { ...judgement, fingerprints: await judgement.fingerprints(), evidence };
  }

  private async refusal(
    examined: ToExamine,
    reason: RejectionReason,
    steps: readonly TraceStep[],
  ): Promise<TokenJudged> {
    return {
      verdict: { kind: 'rejected', reason },
      steps: withSkipped(steps),
      fingerprints: [],
      keyId: undefined,
      evidence: await this.evidence.examine(examined),
    };
  }
}
