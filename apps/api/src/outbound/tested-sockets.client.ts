import { Agent } from 'undici';
import type { Config } from '../config/env.js';
import { AddressForbidden, type AddressRules, resolveTested } from './addresses.js';
import type { Connected, Network, Target } from './network.client.js';

/** Why nothing is sent to an address, whoever asks. */
export type Forbidden = 'scheme' | 'address' | 'unresolved';

/** Sockets to tested addresses, and to no other. */
export class TestedSockets {
  readonly agent: Agent;
  private readonly rules: AddressRules;

  constructor(
    { loopback, OUTBOUND_ALLOW }: Config,
    private readonly network: Network,
  ) {
    this.rules = { loopback, allow: OUTBOUND_ALLOW };
    this.agent = new Agent({ connect: (target, done) => this.connect(target, done) });
  }

  schemeAllowed({ protocol, host, port, hostname }: URL): boolean {
    if (protocol === 'https:') return true;
    // What the operator allows is a place, not a way there: in production a provider is called by https or not at all.
    if (protocol !== 'http:' || !this.rules.loopback) return false;
    const local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) || hostname.endsWith('.localhost');
    return local || this.rules.allow.includes(port ? host : `${host}:80`);
  }

  /** What would be said of it now. Said early it is kind; what counts is asked again at each socket. */
  async forbidden(url: URL): Promise<Forbidden | undefined> {
    if (!this.schemeAllowed(url)) return 'scheme';
    try {
      await resolveTested(this.network, url.hostname, portOf(url), this.rules);
      return undefined;
    } catch (error) {
      return error instanceof AddressForbidden ? 'address' : 'unresolved';
    }
  }

  close(): Promise<void> {
    return this.agent.close();
  }

  /** Tested here, at the socket: a name that answers otherwise the second time gains nothing. */
  private connect(target: Target, done: Connected): void {
    resolveTested(this.network, target.hostname, portOf(target), this.rules).then(
      (addresses) => this.network.connect(target, addresses, done),
      (error: Error) => done(error, null),
    );
  }
}

const portOf = ({ port, protocol }: { port?: string | null; protocol: string }): number =>
  Number(port || (protocol === 'https:' ? 443 : 80));
