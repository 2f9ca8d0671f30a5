import type { OpenSession, SessionView } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { BrandsService } from '../brands/index.js';
import { DomainError } from '../common/domain-error.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { ConnectionsService } from '../connections/index.js';
import { AttemptsService } from './attempts.service.js';
import { APP, originOf, type Presenter } from './page-request.js';
import { PossessionService } from './possession.service.js';
import type { Spendable } from './possessions.repository.js';
import { type Presented, ProofsService } from './proofs.service.js';
import { SessionsService } from './sessions.service.js';
import { StrangersService } from './strangers.service.js';
import { WindowResume } from './window-resume.js';

type OfAttempt = Extract<OpenSession, { kind: 'proof' | 'no-proof' }>;

/** Opens a session in one of the ways there are. */
@Injectable()
export class OpenService {
  constructor(
    private readonly brands: BrandsService,
    private readonly connections: ConnectionsService,
    private readonly possession: PossessionService,
    private readonly attempts: AttemptsService,
    private readonly strangers: StrangersService,
    private readonly proofs: ProofsService,
    private readonly sessions: SessionsService,
    private readonly windows: WindowResume,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whichever way it is, the proof of possession is spent before anything is read or written that is the consumer's. */
  async open(body: OpenSession, possession: Spendable, request: Request): Promise<SessionView | undefined> {
    const origin = originOf(request);
    if (body.kind === 'proof' || body.kind === 'no-proof') return this.ofAttempt(body, possession, origin);
    await this.possession.spend(possession);
    const presenter = presenterOf(possession, origin);
    if (body.kind === 'resume') return this.resume(body, presenter, request);
    const { connection } = await this.connections.forPage(body.brand, body.connection, origin);
    return this.sessions.openAnonymous(connection, presenter);
  }

  /** The page may have been taken from the connection's list since the session was opened on it. */
  private async resume(
    { brand, signedInAs }: Extract<OpenSession, { kind: 'resume' }>,
    presenter: Presenter,
    request: Request,
  ): Promise<SessionView | undefined> {
    const known = await this.brands.bySlug(brand);
    const view =
      presenter.origin === this.config.PUBLIC_URL
        ? await this.windows.resume(known, presenter, request)
        : await this.sessions.resume(known.id, presenter, signedInAs);
    if (view)
      this.connections.mustAdmit(await this.connections.byKey(known.id, view.connection), originOf(request));
    return view;
  }

  private async ofAttempt(
    body: OfAttempt,
    possession: Spendable,
    origin: string | undefined,
  ): Promise<SessionView | undefined> {
    // No window is raised by what anybody presents here: its proof comes by its callback.
    if (body.kind === 'proof' && origin === this.config.PUBLIC_URL)
      throw new DomainError('window_not_allowed', { detail: 'A window proves by its callback alone.' });
    const presenter = presenterOf(possession, origin);
    const brand = await this.brands.bySlug(body.brand);
    const attempt = await this.attempts.ofPresenter(brand.id, body.attempt, possession, presenter.origin);
    if (!attempt) {
      await this.strangers.tell(brand.id, body.attempt, presenter);
      throw new DomainError('proof_rejected', { reason: 'attempt_unknown', attempt: body.attempt });
    }
    const connection = await this.connections.ofAttempt(brand.id, attempt.connectionId, origin);
    const presented: Presented =
      body.kind === 'proof'
        ? await this.proofs.present(connection, attempt, body.proof)
        : await this.proofs.none(connection, attempt, body.why);
    if (presented.kind === 'declined') return undefined;
    if (presented.kind === 'verified')
      return presented.opened
        ? this.sessions.viewOpened(brand.slug, presented.opened)
        : this.sessions.view(brand.id, presented.sessionId);
    const refused = { reason: presented.reason, attempt: presented.attempt };
    // What was to renew or confirm somebody takes nothing from them when it is refused.
    const beginning = attempt.reason === 'first';
    if (beginning && connection.onRejected === 'anonymous' && connection.minimum === 'anonymous')
      return this.sessions.openAnonymous(connection, presenter, refused);
    throw new DomainError('proof_rejected', refused);
  }
}

const presenterOf = ({ thumbprint }: Spendable, origin: string | undefined): Presenter => ({
  keyThumbprint: thumbprint,
  origin: origin ?? APP,
});
