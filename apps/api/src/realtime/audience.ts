import { Injectable } from '@nestjs/common';
import { Telemetry } from '../telemetry/index.js';
import type { AgentNamespace, ConsumerNamespace } from './sockets.js';

/** Everybody who is connected here. Filled by the gateways when their namespaces open. */
@Injectable()
export class Audience {
  private both: { consumers?: ConsumerNamespace; agents?: AgentNamespace } = {};

  constructor(telemetry: Telemetry) {
    telemetry.watch('sockets', () => [
      { value: this.both.consumers?.sockets.size ?? 0, labels: { kind: 'consumer' } },
      { value: this.both.agents?.sockets.size ?? 0, labels: { kind: 'agent' } },
    ]);
  }

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

  /** How many of each would hear it, of those who are connected here. */
  count(room: string): { consumers: number; agents: number } {
    const here = ({ adapter }: ConsumerNamespace | AgentNamespace) => adapter.rooms.get(room)?.size ?? 0;
    return { consumers: here(this.consumers), agents: here(this.agents) };
  }

  /** Whether anybody would hear it. */
  hears(room: string): boolean {
    return this.consumers.adapter.rooms.has(room) || this.agents.adapter.rooms.has(room);
  }
}
