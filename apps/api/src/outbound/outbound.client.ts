import type { RejectionReason } from '@countersign/claims';
import type { ProviderAnswer } from '@countersign/protocol';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Dispatcher, request } from 'undici';
import { Clock } from '../common/clock.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { AddressForbidden } from './addresses.js';
import { Breaker } from './breaker.js';
import { Network } from './network.client.js';
import { TestedSockets } from './tested-sockets.client.js';

const TIMEOUT_MS = 5_000;
const LIMIT_BYTES = 262_144;

export type OutboundRequest = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: URLSearchParams;
  /** Sent as it stands, character for character: what is signed is a text. */
  readonly json?: string;
  /** What the breaker counts by: connection and endpoint. */
  readonly breaker: string;
};
export type OutboundAnswer =
  | { readonly ok: true; readonly answer: ProviderAnswer; readonly maxAgeSeconds: number | undefined }
  | {
      readonly ok: false;
      readonly reason: RejectionReason;
      /** Of an answer that is none: in which way. */
      readonly instead?: 'a redirect' | 'too much' | 'no JSON';
    };
type Instead = Extract<OutboundAnswer, { ok: false }>['instead'];

const refusal = (reason: RejectionReason, instead?: Instead): OutboundAnswer => ({
  ok: false,
  reason,
  ...(instead === undefined ? {} : { instead }),
});

/** The only one that calls a provider: https, tested addresses, no redirects, five seconds, 256 kB, JSON. */
@Injectable()
export class OutboundClient implements OnApplicationShutdown {
  private readonly sockets: TestedSockets;
  private readonly breaker = new Breaker();

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
    network: Network,
  ) {
    this.sockets = new TestedSockets(config, network);
  }

  async send(wanted: OutboundRequest): Promise<OutboundAnswer> {
    const url = new URL(wanted.url);
    if (!this.sockets.schemeAllowed(url)) return refusal('address_forbidden');
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
    await this.sockets.close();
  }

  private async exchange(
    url: URL,
    { method, headers, form, json }: OutboundRequest,
  ): Promise<OutboundAnswer> {
    const response = await request(url, {
      method,
      dispatcher: this.sockets.agent,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        accept: 'application/json',
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: form ? form.toString() : (json ?? null),
    });
    const body = await readBody(response);
    if (body === undefined) return refusal('provider_answer_invalid', 'too much');
    if (response.statusCode < 200 || isRedirect(response))
      return refusal('provider_answer_invalid', 'a redirect');
    if (response.statusCode < 400 && !isJson(response)) return refusal('provider_answer_invalid', 'no JSON');
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
