import type { TokenResponse } from '@countersign/claims';
import {
  accepted,
  type CodeAnswer,
  checkCode,
  checkRedirectUri,
  codeFingerprint,
  type Outcome,
  reject,
} from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Sealer } from '../common/sealer.js';
import { type Connection, ConnectionsService } from '../connections/index.js';
import { ProviderClient } from '../outbound/index.js';
import { type Arrival, responseIssuer } from './arrival.js';
import type { Attempt } from './attempts.repository.js';
import { verifierPlace } from './attempts.service.js';
import { type Judged, Steps } from './judging.js';
import { TokenJudge } from './token-judge.js';
import { UsedProofsRepository } from './used-proofs.repository.js';

const CODE_KEPT_MS = 24 * 3_600_000;
/** What the token tester has in place of an attempt: the verifier as it is. */
export type Tried = { readonly codeVerifier: string | undefined };
const isAttempt = (one: Attempt | Tried): one is Attempt => 'nonce' in one;

type Redeemed = { readonly tokens: TokenResponse; readonly userinfoEndpoint: string | undefined };

/** Code Flow: server to server, from the code to judged claims. */
@Injectable()
export class CodeJudge {
  constructor(
    private readonly providers: ProviderClient,
    private readonly connections: ConnectionsService,
    private readonly used: UsedProofsRepository,
    private readonly tokens: TokenJudge,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** @param attempt a verifier alone in the token tester: then the code is not remembered as presented */
  async judge(
    connection: Connection,
    attempt: Attempt | Tried,
    answer: CodeAnswer,
    arrival?: Arrival,
  ): Promise<Judged> {
    const steps = new Steps();
    const registered = arrival ? [arrival.redirectUri] : connection.redirectUris;
    const redirectUri = checkRedirectUri(answer, registered);
    if (!redirectUri.ok) return steps.failed('redirectUri', redirectUri.rejection);
    steps.passed('redirectUri');
    const issuer = responseIssuer(connection, answer, arrival);
    if (!issuer.ok) return steps.failed('responseIssuer', issuer.rejection);
    steps.passed('responseIssuer');
    if (isAttempt(attempt) && !(await this.firstTime(connection, attempt, answer.code)))
      return steps.failed('codeOnce', reject('code_replayed', 'a code not seen before', 'one seen before'));
    steps.passed('codeOnce');
    const redeemed = await this.redeem(connection, attempt, answer, redirectUri.value);
    if (!redeemed.ok) return steps.failed('tokenEndpoint', redeemed.rejection);
    steps.passed('tokenEndpoint');
    return this.judgeTokens(connection, attempt, answer.code, redeemed.value, steps);
  }

  private async firstTime({ brandId, issuer }: Connection, attempt: Attempt, code: string): Promise<boolean> {
    const usedAt = this.clock.now();
    return this.used.claimAlone({
      brandId,
      issuerId: issuer.id,
      fingerprint: await codeFingerprint(code),
      keyThumbprint: attempt.keyThumbprint,
      usedAt,
      keepUntil: new Date(usedAt.getTime() + CODE_KEPT_MS),
    });
  }

  private async redeem(
    connection: Connection,
    attempt: Attempt | Tried,
    answer: CodeAnswer,
    redirectUri: string,
  ): Promise<Outcome<Redeemed>> {
    const code = checkCode(answer, redirectUri);
    if (!code.ok) return code;
    const endpoints = await this.endpointsOf(connection);
    if (!endpoints.ok) return endpoints;
    const { token, userinfo: userinfoEndpoint } = endpoints.value;
    const client = {
      breaker: `${connection.id} token`,
      clientId: connection.clientId ?? '',
      clientSecret: await this.connections.clientSecret(connection),
      authMethod: connection.tokenAuthMethod,
    };
    const verifier = this.verifierOf(attempt);
    const tokens = await this.providers.redeem(token, client, code.value, verifier);
    if (!tokens.ok) return tokens;
    return { ok: true, value: { tokens: tokens.value, userinfoEndpoint } };
  }

  private async endpointsOf({
    issuer,
    tokenEndpoint,
  }: Connection): Promise<Outcome<{ token: string; userinfo: string | undefined }>> {
    if (tokenEndpoint !== null) return accepted({ token: tokenEndpoint, userinfo: undefined });
    const document = await this.providers.discover(issuer);
    if (!document.ok) return document;
    return accepted({ token: document.value.token_endpoint, userinfo: document.value.userinfo_endpoint });
  }

  private verifierOf(attempt: Attempt | Tried): string | undefined {
    const { codeVerifier } = attempt;
    if (!isAttempt(attempt) || !codeVerifier) return codeVerifier ?? undefined;
    return this.sealer.open(codeVerifier, verifierPlace(attempt.brandId, attempt.id));
  }

  private async judgeTokens(
    connection: Connection,
    attempt: Attempt | Tried,
    code: string,
    { tokens, userinfoEndpoint }: Redeemed,
    steps: Steps,
  ): Promise<Judged> {
    const accessToken = tokens.access_token;
    const judgement = await this.tokens.judge({
      token: tokens.id_token,
      connection,
      ...(isAttempt(attempt) ? { attempt } : {}),
      accessToken,
      code,
    });
    const judged = {
      ...judgement,
      steps: [...steps.made, ...judgement.steps],
      userinfo: undefined,
      notes: [],
      ...(connection.refresh && tokens.refresh_token !== undefined
        ? { refreshToken: tokens.refresh_token }
        : {}),
    };
    const { verdict } = judgement;
    if (verdict.kind !== 'verified' || !connection.userinfo || !userinfoEndpoint) return judged;
    const breaker = `${connection.id} userinfo`;
    const answer = await this.providers.userinfo(
      userinfoEndpoint,
      breaker,
      accessToken,
      verdict.person.subject,
    );
    const more = new Steps();
    more.made.push(...judged.steps);
    if (answer.ok) {
      more.passed('userinfo');
      return { ...judged, steps: more.made, userinfo: answer.value };
    }
    if (answer.rejection.reason === 'userinfo_subject_mismatch')
      return more.failed('userinfo', answer.rejection);
    // Who the consumer is holds without it; only what userinfo alone would have told is missing.
    const missing = `Userinfo did not answer (${answer.rejection.reason}): facts that only it knows are missing.`;
    return { ...judged, notes: [missing] };
  }
}
