import { consumerAuth } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError } from '../common/domain-error.js';
import { Turns } from '../common/turns.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { ConnectionsService } from '../connections/index.js';
import { APP, type LiveSession, SessionGate } from '../identity/index.js';
import { Answers, type Reply, read } from './answers.js';
import { MOST_WAITING, refuseCrowd, tooMany } from './crowd.js';
import { type ConsumerSocket, consumerRoom, sessionRoom, visitorsRoom } from './sockets.js';
import { visitorOf } from './visitor.js';

/** Who comes in as a consumer, and who still is one. */
@Injectable()
export class ConsumerDoor {
  private readonly turns = new Turns();

  constructor(
    private readonly gate: SessionGate,
    private readonly connections: ConnectionsService,
    private readonly answers: Answers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Token and key as with HTTP; and a session is used from the page it was opened on. */
  async admit(socket: ConsumerSocket): Promise<LiveSession> {
    const auth = consumerAuth.safeParse(socket.handshake.auth);
    if (!auth.success) throw new DomainError('session_required');
    const session = await this.gate.authenticate({ ...auth.data, method: 'POST', path: '/socket/consumer' });
    const origin = this.pageOf(socket, session);
    if (session.origin !== (origin ?? APP)) throw new DomainError('origin_not_allowed');
    this.connections.mustAdmit(await this.connections.byId(session.brandId, session.connectionId), origin);
    const { brandId, sessionId, consumerId } = session;
    refuseCrowd(socket, sessionRoom(sessionId));
    const visitor = visitorOf(socket.handshake, this.config.TRUSTED_PROXIES);
    socket.data = { brandId, sessionId, consumerId, visitor };
    await socket.join([
      sessionRoom(sessionId),
      visitorsRoom(brandId),
      ...(consumerId === null ? [] : [consumerRoom(brandId, consumerId)]),
    ]);
    return session;
  }

  /**
   * The page that speaks; undefined: an app. React Native's WebSocket names the address it connects to where no page is, so
   * of an app's session the service's own address says no more than none at all.
   */
  private pageOf({ handshake }: ConsumerSocket, session: LiveSession): string | undefined {
    const { origin } = handshake.headers;
    return session.origin === APP && origin === this.config.PUBLIC_URL ? undefined : origin;
  }

  async lives({ data: { brandId, sessionId } }: ConsumerSocket): Promise<boolean> {
    return (await this.answers.of(() => this.gate.read(brandId, sessionId))).ok;
  }

  /**
   * One event: the session's row first, then the input; in the order they came from one consumer: whoever floods waits for themselves. `short` is tried before and
   * reads the row itself, in the statement that acts; where it answers undefined, the whole way is gone.
   */
  async answer<Shape extends z.ZodType, Value>(
    socket: ConsumerSocket,
    shape: Shape,
    input: unknown,
    work: (session: LiveSession, input: z.output<Shape>) => Promise<Value>,
    short?: (input: z.output<Shape>) => Promise<Value | undefined>,
  ): Promise<Reply<Value>> {
    const { brandId, sessionId, consumerId } = socket.data;
    const whose = consumerId ?? sessionId;
    if (this.turns.waiting(whose) >= MOST_WAITING) return { ok: false, problem: tooMany() };
    return this.turns.run(whose, () =>
      this.answers.of(async () => {
        const early = short && (await short(read(shape, input)));
        if (early !== undefined) return early;
        const session = await this.gate.read(brandId, sessionId);
        return work(session, read(shape, input));
      }),
    );
  }
}
