import { Injectable } from '@nestjs/common';
import type { AgentNamespace, ConsumerNamespace } from './sockets.js';

/** Everybody who is connected here. Filled by the gateways when their namespaces open. */
@Injectable()
export class Audience {
  private both: { consumers?: ConsumerNamespace; agents?: AgentNamespace } = {};

  open(namespaces: { consumers: ConsumerNamespace } | { agents: AgentNamespace }): void {
    this.both = { ...this.both, ...namespaces };
  }

  get consumers(): ConsumerNamespace {
    if (!this.both.consumers) throw new Error('The consumers’ sockets are not open yet.');
    return this.both.consumers;
  }

  get agents(): AgentNamespace {
    if (!this.both.agents) throw new Error('The agents’ sockets are not open yet.');
    return this.both.agents;
  }

  /** Whether anybody would hear it. */
  hears(room: string): boolean {
    return this.consumers.adapter.rooms.has(room) || this.agents.adapter.rooms.has(room);
  }
}
