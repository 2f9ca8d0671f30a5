import type { RejectionReason, TraceStep } from '@countersign/claims';
import {
  type LogoutClaims,
  reject,
  SKEW_SECONDS,
  shellSteps,
  stepFailed,
  stepPassed,
  verifyLogout,
} from '@countersign/protocol';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { newId } from '../../common/ids.js';
import { Log } from '../../common/log.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/env.js';
import { type Connection, EncryptionKeysService, policyOf } from '../../connections/index.js';
import { ProviderClient } from '../../outbound/index.js';
import { LogoutService } from './logout.service.js';
import { LogoutTokensRepository } from './logout-tokens.repository.js';
import type { Concerned } from './logouts.repository.js';

/** Why it was refused, in a sentence for whoever sent it. */
export type Refused = { readonly reason: RejectionReason; readonly sentence: string };

type Taken = {
  readonly steps: readonly TraceStep[];
  readonly reason: RejectionReason | null;
  readonly concerned: 'subject' | 'sid' | null;
  readonly sessions: number | null;
};

/** A token without `exp` is refused two minutes after it was made: longer than that its copy is none. */
const KEPT_WITHOUT_EXP_SECONDS = 300;

/** The provider tells that somebody signed out. OpenID Connect Back-Channel Logout 1.0. */
@Injectable()
export class BackchannelService {
  constructor(
    private readonly providers: ProviderClient,
    private readonly encryptionKeys: EncryptionKeysService,
    private readonly logout: LogoutService,
    private readonly tokens: LogoutTokensRepository,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Judges, ends, and writes down what became of it. Undefined: done. */
  async take(connection: Connection, token: string): Promise<Refused | undefined> {
    const begun = performance.now();
    const taken = await this.judge(connection, token);
    const at = this.clock.now();
    const { brandId, id: connectionId, key } = connection;
    const outcome = taken.reason === null ? 'verified' : 'rejected';
    const durationMs = performance.now() - begun;
    const row = { brandId, id: newId(at), connectionId, at, outcome, durationMs, ...taken } as const;
    await this.tokens.keep(row, this.config.TRACE_REFUSED_PER_DAY);
    const { reason, sessions, steps } = taken;
    this.log.info('logout token judged', { connection: key, outcome, reason, sessions });
    if (reason === null) return undefined;
    const failed = steps.find((step) => step.outcome === 'failed');
    return { reason, sentence: failed?.sentence ?? 'The token could not be judged.' };
  }

  private async judge(connection: Connection, token: string): Promise<Taken> {
    const { verdict, steps } = await verifyLogout({
      token,
      policy: policyOf(connection, this.config.PUBLIC_URL),
      keys: async (keyId) => {
        const keys = await this.providers.keysFor(connection.issuer, keyId);
        return keys.ok ? keys.value : undefined;
      },
      decryptionKeys:
        connection.encryption === 'refused' ? [] : await this.encryptionKeys.private(connection.brandId),
      now: this.clock.now(),
    });
    if (verdict.kind === 'rejected')
      return { steps, reason: verdict.reason, concerned: null, sessions: null };
    const { claims, fingerprint } = verdict;
    const concerned = concernedBy(claims);
    const once = { fingerprint, keepUntil: keptUntil(claims) };
    const sessions = await this.logout.byProvider(connection, concerned, once);
    const { logoutOnce } = shellSteps;
    if (sessions === 'used-before') {
      const rejection = reject('proof_replayed', 'a logout token not seen before', 'one seen before');
      const replayed = [...steps, stepFailed(logoutOnce, rejection)];
      return { steps: replayed, reason: rejection.reason, concerned: null, sessions: null };
    }
    return { steps: [...steps, stepPassed(logoutOnce)], reason: null, concerned: concerned.kind, sessions };
  }
}

type ByToken = Exclude<Concerned, { kind: 'family' }>;

/** With `sid`: that session of the provider. Without: everything. OpenID Connect Back-Channel Logout 1.0, section 2.7. */
const concernedBy = ({ sub, sid }: LogoutClaims): ByToken =>
  sid === undefined ? { kind: 'subject', subject: sub ?? '' } : { kind: 'sid', sid, subject: sub ?? null };

const keptUntil = ({ iat, exp = iat + KEPT_WITHOUT_EXP_SECONDS }: LogoutClaims): Date =>
  new Date((exp + SKEW_SECONDS) * 1_000);
