import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { hashOf } from '../common/secrets.js';
import { isOver, type LiveSession } from './live-session.js';
import { PossessionService } from './possession.service.js';
import { SessionsRepository } from './sessions.repository.js';

export type Credentials = {
  readonly token: string | undefined;
  readonly proof: string | undefined;
  readonly method: string;
  /** Below the service's public URL. */
  readonly path: string;
};

/** Where a session's token and key are tested, for HTTP and for sockets. */
@Injectable()
export class SessionGate {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly possession: PossessionService,
    private readonly clock: Clock,
  ) {}

  async authenticate({ token, proof, method, path }: Credentials): Promise<LiveSession> {
    if (!token) throw new DomainError('session_required');
    const possession = await this.possession.judge({ proof, method, path, accessToken: token });
    const session = await this.sessions.byTokenHash(hashOf(token), this.clock.now());
    if (!session || session.keyThumbprint !== possession.thumbprint) throw new DomainError('session_ended');
    // Remembered last: a stranger with any number of keys and invented tokens fills no table.
    await this.possession.spend(possession);
    return this.living(session);
  }

  /** The row, read now: what every event of a socket begins with. */
  async read(brandId: string, sessionId: string): Promise<LiveSession> {
    const session = await this.sessions.byId(brandId, sessionId, this.clock.now());
    if (!session) throw new DomainError('session_ended');
    return this.living(session);
  }

  /** As `read`, also of one that has ended: for those who tell an agent about it. */
  async peek(brandId: string, sessionId: string): Promise<LiveSession | undefined> {
    return this.sessions.byId(brandId, sessionId, this.clock.now());
  }

  /** Where else this consumer is proven at the moment, if anywhere. */
  async elsewhere(brandId: string, consumerId: string): Promise<LiveSession | undefined> {
    return this.sessions.holdingOfConsumer(brandId, consumerId, this.clock.now());
  }

  async peekAll(brandId: string, sessionIds: readonly string[]): Promise<ReadonlyMap<string, LiveSession>> {
    const found = await this.sessions.byIds(brandId, sessionIds, this.clock.now());
    return new Map(found.map((session) => [session.sessionId, session]));
  }

  private living(session: LiveSession): LiveSession {
    if (isOver(session)) throw new DomainError('session_ended');
    return session;
  }
}
