import type { IdTokenClaims, RejectionReason } from '@countersign/claims';
import {
  type Algorithm,
  CODE_FLOW_LIFETIME_SECONDS,
  checkCode,
  checkResponseIssuer,
  judgeProof,
  openProof,
  type ProofPolicy,
  type Rejection,
  SKEW_SECONDS,
} from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Log } from '../common/log.js';
import { ProviderClient } from '../outbound/index.js';
import type { SignInProvider } from './agent-provider.js';
import { SignInFailed } from './sign-in-failed.js';
import type { Return } from './sign-in-store.js';

export type CallbackAnswer = { readonly code: string; readonly iss?: string | undefined };

/** Nobody's fault who signs in: the provider is not there. */
const away: ReadonlySet<RejectionReason> = new Set([
  'provider_unavailable',
  'provider_timeout',
  'provider_paused',
  'keys_unavailable',
]);

const ALGORITHMS: readonly Algorithm[] = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const policyOf = ({ issuer, settings }: SignInProvider): ProofPolicy => ({
  connection: 'agents',
  flow: 'code',
  issuer,
  audience: settings.clientId,
  authorizedParties: [],
  algorithms: ALGORITHMS,
  encryption: 'refused',
  maxLifetimeSeconds: CODE_FLOW_LIFETIME_SECONDS,
  skewSeconds: SKEW_SECONDS,
});

/** Our client swaps the code, and the very checks that judge a consumer's proof judge an agent's. */
@Injectable()
export class AgentJudge {
  constructor(
    private readonly providers: ProviderClient,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async judge(
    provider: SignInProvider,
    way: Pick<Return, 'id' | 'nonce' | 'codeVerifier' | 'leftAt'>,
    answer: CallbackAnswer,
    redirectUri: string,
  ): Promise<IdTokenClaims> {
    const { issuer, settings, of } = provider;
    const refuse = ({ reason }: Rejection): never => {
      this.log.info('agent sign-in refused', { brand: of, reason });
      throw new SignInFailed(away.has(reason) ? 'service_unavailable' : 'agent_sign_in_failed');
    };
    const from = checkResponseIssuer(answer, [issuer.url, ...issuer.aliases], provider.namesItself);
    if (!from.ok) return refuse(from.rejection);
    const code = checkCode(answer, redirectUri);
    if (!code.ok) return refuse(code.rejection);
    const client = { ...settings, breaker: `${issuer.id} token`, authMethod: 'client_secret_basic' as const };
    const tokens = await this.providers.redeem(provider.tokenEndpoint, client, code.value, way.codeVerifier);
    if (!tokens.ok) return refuse(tokens.rejection);
    const policy = policyOf(provider);
    const opened = await openProof({ token: tokens.value.id_token, policy, decryptionKeys: [] });
    if (!opened.ok) return refuse(opened.rejection);
    const keys = await this.providers.keysFor(issuer, opened.keyId);
    if (!keys.ok) return refuse(keys.rejection);
    const attempt = { id: way.id, nonce: way.nonce, startedAt: way.leftAt };
    const more = { accessToken: tokens.value.access_token, code: answer.code };
    const { verdict } = await judgeProof({
      opened,
      policy,
      keys: keys.value,
      attempt,
      now: this.clock.now(),
      ...more,
    });
    if (verdict.kind === 'verified') return verdict.claims;
    return refuse({ reason: verdict.kind === 'rejected' ? verdict.reason : 'proof_missing' });
  }
}
