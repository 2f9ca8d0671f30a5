import type { RejectionReason } from '@countersign/claims';
import type { ProviderAnswer } from '@countersign/protocol';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, type Dispatcher, request } from 'undici';
import { Clock } from '../common/clock.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { AddressForbidden, type AddressRules, resolveTested } from './addresses.js';
import { Breaker } from './breaker.js';
import { type Connected, Network, type Target } from './network.client.js';

const TIMEOUT_MS = 5_000;
const LIMIT_BYTES = 262_144;

export type OutboundRequest = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: URLSearchParams;
  /** What the breaker counts by: connection and endpoint. */
  readonly breaker: string;
};
export type OutboundAnswer =
  | { readonly ok: true; readonly answer: ProviderAnswer; readonly maxAgeSeconds: number | undefined }
  | { readonly ok: false; readonly reason: RejectionReason };

const refusal = (reason: RejectionReason): OutboundAnswer => ({ ok: false, reason });

/** The only one that calls a provider: https, tested addresses, no redirects, five seconds, 256 kB, JSON. */
@Injectable()
export class OutboundClient implements OnApplicationShutdown {
  private readonly rules: AddressRules;
  private readonly agent: Agent;
  private readonly breaker = new Breaker();

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
    private readonly network: Network,
  ) {
    this.rules = { loopback: config.loopback, allow: config.OUTBOUND_ALLOW };
    this.agent = new Agent({ connect: (target, done) => this.connect(target, done) });
  }

  async send(wanted: OutboundRequest): Promise<OutboundAnswer> {
    const url = new URL(wanted.url);
    if (!this.schemeAllowed(url)) return refusal('address_forbidden');
    const now = this.clock.now().getTime();
    if (this.breaker.isOpen(wanted.breaker, now)) return refusal('provider_paused');
    try {
      const answer = await this.exchange(url, wanted);
      const failed = answer.ok ? answer.answer.status >= 500 : false;
      if (failed) this.breaker.failed(wanted.breaker, now);
      else this.breaker.succeeded(wanted.breaker);
      return answer;
    } catch (error) {
      const reason = reasonOf(error);
      if (reason !== 'address_forbidden') this.breaker.failed(wanted.breaker, now);
      return refusal(reason);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.close();
  }

  /** Tested here, at the socket: a name that answers otherwise the second time gains nothing. */
  private connect(target: Target, done: Connected): void {
    const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80));
    resolveTested(this.network, target.hostname, port, this.rules).then(
      (addresses) => this.network.connect(target, addresses, done),
      (error: Error) => done(error, null),
    );
  }

  private schemeAllowed({ protocol, host, port, hostname }: URL): boolean {
    if (protocol === 'https:') return true;
    // What the operator allows is a place, not a way there: in production a provider is called by https or not at all.
    if (protocol !== 'http:' || !this.rules.loopback) return false;
    const local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) || hostname.endsWith('.localhost');
    return local || this.rules.allow.includes(port ? host : `${host}:80`);
  }

  private async exchange(url: URL, { method, headers, form }: OutboundRequest): Promise<OutboundAnswer> {
    const response = await request(url, {
      method,
      dispatcher: this.agent,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        accept: 'application/json',
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      body: form ? form.toString() : null,
    });
    const body = await readBody(response);
    if (body === undefined || response.statusCode < 200 || isRedirect(response))
      return refusal('provider_answer_invalid');
    if (response.statusCode < 400 && !isJson(response)) return refusal('provider_answer_invalid');
    return { ok: true, answer: { status: response.statusCode, body }, maxAgeSeconds: maxAge(response) };
  }
}

async function readBody({ body }: Dispatcher.ResponseData): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMIT_BYTES) {
      body.destroy();
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const isRedirect = ({ statusCode }: Dispatcher.ResponseData) => statusCode >= 300 && statusCode < 400;
const header = ({ headers }: Dispatcher.ResponseData, name: string) => [headers[name]].flat()[0] ?? '';
const isJson = (response: Dispatcher.ResponseData) =>
  /^application\/([a-z0-9.+-]+\+)?json\b/i.test(header(response, 'content-type'));

function maxAge(response: Dispatcher.ResponseData): number | undefined {
  const found = /(?:^|[,\s])max-age=(\d{1,9})/.exec(header(response, 'cache-control'));
  return found ? Number(found[1]) : undefined;
}

function reasonOf(error: unknown): RejectionReason {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one instanceof AddressForbidden) return 'address_forbidden';
    if (one.name === 'TimeoutError' || one.name === 'ConnectTimeoutError') return 'provider_timeout';
  }
  return 'provider_unavailable';
}
