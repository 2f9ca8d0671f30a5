import { type Proof, windowAnswer } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Brand, BrandsService } from '../brands/index.js';
import { hashOf, newSecret } from '../common/secrets.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { type Connection, ConnectionsService, windowCallbackOf } from '../connections/index.js';
import {
  type Attempt,
  AttemptsService,
  type Presented,
  ProofsService,
  SessionsService,
} from '../identity/index.js';
import { oauthErrorOf } from './oauth-error.js';
import { WindowCookies } from './window-cookies.js';
import { WindowFailed } from './window-failed.js';
import { WindowProviders } from './window-provider.js';
import { WindowSessionsRepository } from './window-sessions.repository.js';
import { WindowStore } from './window-store.js';

/** How an answer came: in the query, posted by the provider's page, or by ours, which took the fragment. */
export type ResponseMode = 'query' | 'form_post' | 'fragment';
/** Where the window goes on. */
export type Arrived = { readonly brand: Brand; readonly connection: Connection };
type Answer = ReturnType<typeof windowAnswer.parse>;
type Journey = Arrived & { readonly attempt: Attempt };

/** What a window brings back from its provider is judged like every other proof, and opens that window's session alone. */
@Injectable()
export class ArrivalsService {
  constructor(
    private readonly brands: BrandsService,
    private readonly connections: ConnectionsService,
    private readonly attempts: AttemptsService,
    private readonly proofs: ProofsService,
    private readonly sessions: SessionsService,
    private readonly windows: WindowSessionsRepository,
    private readonly providers: WindowProviders,
    private readonly store: WindowStore,
    private readonly cookies: WindowCookies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param given the query of a GET, or the body of a POST. Throws `WindowFailed` with the sentence there is for it. */
  async arrive(request: Request, given: unknown, mode: ResponseMode): Promise<Arrived> {
    const response = request.res as Response;
    const journey = await this.journeyOf(request, response, given, mode);
    const { brand, connection, attempt, answer } = journey;
    const presented = await this.judge(journey, answer);
    const { error } = answer;
    const told = error === undefined ? {} : { error: oauthErrorOf(error) };
    if (presented.kind === 'declined')
      throw new WindowFailed('declined', journey, { attempt: attempt.id, ...told });
    if (presented.kind === 'rejected') return this.refused(journey, presented, told);
    const secret = newSecret();
    await this.windows.bind(brand.id, presented.sessionId, hashOf(secret));
    this.cookies.setSession(response, brand.slug, secret);
    return { brand, connection };
  }

  /** Who left, if this browser did: before that nothing is judged, taken or changed. */
  private async journeyOf(
    request: Request,
    response: Response,
    given: unknown,
    mode: ResponseMode,
  ): Promise<Journey & { answer: Answer }> {
    const connectionId = String(request.params['connection']);
    const connection = await this.connections.openInWindow(connectionId);
    if (!connection) throw new WindowFailed('stranger');
    const brand = await this.brands.byId(connection.brandId);
    const answer = windowAnswer.safeParse(given);
    const way =
      answer.success && comesBy(mode, connection, answer.data)
        ? await this.store.take(request, response, connection, answer.data.state)
        : undefined;
    const attempt = way && (await this.attempts.find(way.brandId, way.attemptId));
    if (!answer.success || !attempt) throw new WindowFailed('stranger', { brand, connection });
    return { brand, connection, attempt, answer: answer.data };
  }

  private async judge(
    { connection, attempt }: Journey,
    { code, id_token, error, iss }: Answer,
  ): Promise<Presented> {
    const redirectUri = windowCallbackOf(connection, this.config.PUBLIC_URL);
    const arrival = { redirectUri, iss, namesItself: await this.providers.namesItself(connection) };
    if (error === 'access_denied') return this.proofs.none(connection, attempt, 'declined');
    if (error !== undefined) return this.proofs.sentBack(connection, attempt, oauthErrorOf(error), arrival);
    const proof = proofOf({ code, id_token }, arrival);
    return proof
      ? this.proofs.present(connection, attempt, proof, arrival)
      : this.proofs.sentBack(connection, attempt, 'neither', arrival);
  }

  /** As on a page: no chat, or an anonymous one that tells the agent why. */
  private async refused(
    journey: Journey,
    { reason, attempt }: Extract<Presented, { kind: 'rejected' }>,
    told: { readonly error?: string },
  ): Promise<Arrived> {
    const { brand, connection } = journey;
    const proven = told.error === undefined && reason !== 'attempt_used';
    if (!proven || connection.onRejected !== 'anonymous' || connection.minimum !== 'anonymous')
      throw new WindowFailed(reason, journey, { attempt, ...told });
    const presenter = { keyThumbprint: journey.attempt.keyThumbprint, origin: this.config.PUBLIC_URL };
    await this.sessions.openAnonymous(connection, presenter, { reason, attempt });
    return { brand, connection };
  }
}

/** A code in the query, an ID token as it was asked for; an error may come by the query in any case. */
const comesBy = (mode: ResponseMode, { flow, responseMode }: Connection, { id_token }: Answer): boolean =>
  mode === 'query' ? id_token === undefined : flow === 'implicit' && mode === responseMode;

function proofOf(
  { code, id_token: idToken }: Pick<Answer, 'code' | 'id_token'>,
  { redirectUri, iss }: { redirectUri: string; iss: string | undefined },
): Proof | undefined {
  if (idToken !== undefined) return { idToken };
  return code === undefined ? undefined : { code, redirectUri, ...(iss === undefined ? {} : { iss }) };
}
