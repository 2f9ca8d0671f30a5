import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Events } from '../../common/events.js';
import { newId } from '../../common/ids.js';
import { type Connection, ConnectionsService } from '../../connections/index.js';
import type { LiveSession } from '../live-session.js';
import { type Concerned, LogoutsRepository, type NewLogout } from './logouts.repository.js';

/** As long as a proof may live at the longest, and the skew. */
const KEPT_MS = 24 * 3_600_000 + 10 * 60_000;

type Told = Pick<NewLogout, 'by' | 'why'> & { readonly actor: string };

/**
 * Signs consumers out. Whoever asks for it: the sessions end, a tombstone stays behind so that nothing from before opens
 * one again, and every process hears of it.
 */
@Injectable()
export class LogoutService {
  constructor(
    private readonly repository: LogoutsRepository,
    private readonly connections: ConnectionsService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The consumer, in one browser: with the windows popped out of it. */
  async byConsumer({ brandId, connectionId, familyId }: LiveSession): Promise<number> {
    const connection = await this.connections.byId(brandId, connectionId);
    const concerned = { kind: 'family', familyId } as const;
    return this.end(connection, concerned, { by: 'consumer', why: 'signed_out', actor: 'consumer' });
  }

  /** The brand's backend, everywhere. */
  async byBackend(connection: Connection, subject: string, apiKeyId: string): Promise<number> {
    const told = { by: 'backend', why: 'revoked', actor: `backend ${apiKeyId}` } as const;
    return this.end(connection, { kind: 'subject', subject }, told);
  }

  /** An agent who leads: a proven consumer everywhere, a stranger in the one browser there is of them. */
  async byAgent({ brandId, connectionId, familyId, subject }: LiveSession, agentId: string): Promise<number> {
    const connection = await this.connections.byId(brandId, connectionId);
    const concerned: Concerned =
      subject === null ? { kind: 'family', familyId } : { kind: 'subject', subject };
    return this.end(connection, concerned, { by: 'agent', why: 'revoked', actor: `agent ${agentId}` });
  }

  /** The provider, by a logout token: everywhere, or where its session was the one that ended. */
  async byProvider(
    connection: Connection,
    concerned: Concerned,
    once: NonNullable<NewLogout['once']>,
  ): Promise<number | 'used-before'> {
    const told = { by: 'provider', why: 'revoked', actor: 'provider' } as const;
    const ended = await this.log(connection, concerned, told, once);
    return ended?.length ?? 'used-before';
  }

  private async end(connection: Connection, concerned: Concerned, told: Told): Promise<number> {
    return (await this.log(connection, concerned, told))?.length ?? 0;
  }

  private async log(
    { brandId, issuer, key }: Connection,
    concerned: Concerned,
    { by, why, actor }: Told,
    once?: NewLogout['once'],
  ): Promise<readonly string[] | undefined> {
    const at = this.clock.now();
    const ended = await this.repository.logOut({
      brandId,
      id: newId(at),
      issuerId: issuer.id,
      concerned,
      by,
      why,
      at,
      keepUntil: new Date(at.getTime() + KEPT_MS),
      audit: { id: newId(at), actor, connection: key },
      once,
    });
    for (const sessionId of ended ?? []) this.events.emit('session.ended', { brandId, sessionId, why });
    return ended;
  }
}
