import type { RejectionReason } from '@countersign/claims';
import type { SessionView } from '@countersign/contracts';
import { assuranceAt, dueFrom, graceUntil, sameInFront } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import type { Connection } from '../connections/index.js';
import { ConversationLookup } from './conversation-lookup.js';
import { isOver, type LiveSession, type Speaker } from './live-session.js';
import type { Presenter } from './page-request.js';
import { newToken, type SessionToken } from './session-token.js';
import { SessionsRepository } from './sessions.repository.js';
import type { Opened } from './settle.service.js';

/** Sessions begin, go on and end here. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly conversations: ConversationLookup,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async openAnonymous(
    connection: Connection,
    presenter: Presenter,
    rejected?: { reason: RejectionReason; attempt: string },
  ): Promise<SessionView> {
    if (connection.minimum === 'verified') throw new DomainError('verification_required');
    const openedAt = this.clock.now();
    const { brandId } = connection;
    const id = newId(openedAt);
    const previousSessionId = await this.repository.openAnonymous({
      brandId,
      id,
      connectionId: connection.id,
      ...presenter,
      attemptId: rejected?.attempt ?? null,
      rejectedReason: rejected?.reason ?? null,
      openedAt,
    });
    this.events.emit('session.opened', {
      brandId,
      sessionId: id,
      consumerId: null,
      isNew: true,
      previousSessionId,
    });
    return this.view(brandId, id);
  }

  /** By key alone. Nothing to go on with, or another person in front of the screen: undefined. */
  async resume(
    brandId: string,
    { keyThumbprint, origin }: Presenter,
    signedInAs: string | null,
  ): Promise<SessionView | undefined> {
    const session = await this.repository.liveOfKey(brandId, keyThumbprint, this.clock.now());
    if (!session || session.origin !== origin) return undefined;
    if (isOver(session)) {
      await this.end(brandId, session.sessionId, 'expired');
      return undefined;
    }
    if (!sameInFront(session.subject, signedInAs)) {
      // A page that names nobody tells of no other person.
      await this.end(brandId, session.sessionId, signedInAs === null ? 'unnamed' : 'switched');
      return undefined;
    }
    return this.view(brandId, session.sessionId);
  }

  async end(brandId: string, sessionId: string, why: string): Promise<boolean> {
    const ended = await this.repository.end(brandId, sessionId, why, this.clock.now());
    if (ended) this.events.emit('session.ended', { brandId, sessionId, why });
    return ended;
  }

  async endOfConnections(brandId: string, connectionIds: readonly string[], why: string): Promise<number> {
    return this.endAll(brandId, await this.repository.liveOfConnections(brandId, connectionIds), why);
  }

  /** With a new token: each tab holds one of its own. */
  async view(brandId: string, sessionId: string): Promise<SessionView> {
    const now = this.clock.now();
    const token = newToken(now);
    const session = await this.repository.issue({ brandId, id: sessionId }, token, now);
    if (!session) throw new DomainError('session_ended');
    return this.told(session, token);
  }

  /** Of one that a proof has just opened: all of it is known, and its first token is stored. */
  async viewOpened(brandSlug: string, { token, ...session }: Opened): Promise<SessionView> {
    const assurance = assuranceAt({ ...session, endedAt: null, endReason: null }, this.clock.now());
    return this.told({ ...session, brandSlug, assurance, rejected: null }, token);
  }

  private async told(session: Told, { token, expiresAt }: SessionToken): Promise<SessionView> {
    if (isOver(session)) throw new DomainError('session_ended');
    const standing = await this.conversations.standing(session);
    return viewOf(session, { token, tokenExpiresAt: expiresAt.toISOString(), ...standing });
  }

  private async endAll(brandId: string, ids: readonly string[], why: string): Promise<number> {
    const ended = await Promise.all(ids.map((id) => this.end(brandId, id, why)));
    return ended.filter(Boolean).length;
  }
}

type Told = Speaker &
  Pick<
    LiveSession,
    | 'brandSlug'
    | 'connectionKey'
    | 'assurance'
    | 'displayName'
    | 'verifiedAt'
    | 'holdsUntil'
    | 'rejected'
    | 'attemptId'
  >;
type Fresh = Pick<SessionView, 'token' | 'tokenExpiresAt' | 'conversation' | 'earlier' | 'offer' | 'request'>;

const timesOf = ({ verifiedAt, holdsUntil }: Told) =>
  verifiedAt === null || holdsUntil === null
    ? { holdsUntil: null, renewFrom: null, graceUntil: null }
    : {
        holdsUntil: holdsUntil.toISOString(),
        renewFrom: dueFrom(verifiedAt, holdsUntil).toISOString(),
        graceUntil: graceUntil(holdsUntil).toISOString(),
      };

const viewOf = (session: Told, fresh: Fresh): SessionView => ({
  session: session.sessionId,
  brand: session.brandSlug,
  connection: session.connectionKey,
  assurance: session.assurance,
  displayName: session.displayName,
  consumer: session.consumerId,
  family: session.familyId,
  ...timesOf(session),
  rejected:
    session.rejected !== null && session.attemptId !== null
      ? { reason: session.rejected, attempt: session.attemptId }
      : null,
  attempt: session.attemptId,
  ...fresh,
});
