import { rightOfEvent } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AgentCookies, AgentGate, develops, type LiveAgent, mustHave } from '../agents/index.js';
import { DomainError } from '../common/domain-error.js';
import { Turns } from '../common/turns.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { Answers, type Reply, read } from './answers.js';
import { MOST_WAITING, refuseCrowd, tooMany } from './crowd.js';
import { type AgentSocket, agentRoom, brandRoom, developersRoom, sessionRoom } from './sockets.js';

/** Who comes in as an agent, and who still is one. */
@Injectable()
export class AgentSocketDoor {
  private readonly turns = new Turns();
  private readonly workspace: string;

  constructor(
    private readonly gate: AgentGate,
    private readonly cookies: AgentCookies,
    private readonly answers: Answers,
    @Inject(CONFIG) { WORKSPACE_URL }: Config,
  ) {
    this.workspace = new URL(WORKSPACE_URL).origin;
  }

  /** A cookie travels by itself, from any page: only the workspace may bring it. */
  async admit(socket: AgentSocket): Promise<void> {
    const { origin, cookie } = socket.handshake.headers;
    if (origin !== this.workspace) throw new DomainError('origin_not_allowed');
    const { brandId, agentId, sessionId, role } = await this.gate.admit(this.cookies.session(cookie));
    refuseCrowd(socket, sessionRoom(sessionId));
    socket.data = { brandId, agentId, sessionId, role };
    const rooms = [brandRoom(brandId), agentRoom(agentId), sessionRoom(sessionId)];
    await socket.join(develops({ role }) ? [...rooms, developersRoom(brandId)] : rooms);
  }

  /** As a consumer's door answers. */
  async answer<Shape extends z.ZodType, Value>(
    socket: AgentSocket,
    event: keyof typeof rightOfEvent,
    shape: Shape,
    input: unknown,
    work: (agent: LiveAgent, input: z.output<Shape>) => Promise<Value>,
    short?: (input: z.output<Shape>) => Promise<Value | undefined>,
  ): Promise<Reply<Value>> {
    const { brandId, sessionId, agentId: whose } = socket.data;
    if (this.turns.waiting(whose) >= MOST_WAITING) return { ok: false, problem: tooMany() };
    return this.turns.run(whose, () =>
      this.answers.of(async () => {
        const early = short && (await short(read(shape, input)));
        if (early !== undefined) return early;
        const agent = await this.gate.read(brandId, sessionId);
        mustHave(agent, rightOfEvent[event]);
        return work(agent, read(shape, input));
      }),
    );
  }
}
