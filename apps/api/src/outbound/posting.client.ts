import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Dispatcher, request } from 'undici';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { AddressForbidden } from './addresses.js';
import { Network } from './network.client.js';
import { type Forbidden, TestedSockets } from './tested-sockets.client.js';

const TIMEOUT_MS = 15_000;
/** Once there is an answer, its text is only for people: nobody waits long for that. */
const TEXT_MS = 2_000;
const TEXT_BYTES = 1_024;

export type ToPost = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type PostAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The first of it, as it came. */
      readonly text: string;
    }
  | {
      readonly kind: 'failed';
      readonly reason: 'timeout' | 'unreachable' | 'address_forbidden' | 'headers_too_large';
    };

/**
 * Brings what happened to whoever wants it: https, tested addresses, no redirects, fifteen seconds. The status is the
 * answer. A text that never ends, is longer than it said or breaks off changes nothing, and is read no further than the
 * first kilobyte.
 */
@Injectable()
export class PostingClient implements OnApplicationShutdown {
  private readonly sockets: TestedSockets;

  constructor(@Inject(CONFIG) config: Config, network: Network) {
    this.sockets = new TestedSockets(config, network);
  }

  forbidden(url: URL): Promise<Forbidden | undefined> {
    return this.sockets.forbidden(url);
  }

  async post({ url, headers, body }: ToPost): Promise<PostAnswer> {
    if (!this.sockets.schemeAllowed(new URL(url))) return { kind: 'failed', reason: 'address_forbidden' };
    try {
      const answer = await request(url, {
        method: 'POST',
        dispatcher: this.sockets.agent,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { 'content-type': 'application/json', 'user-agent': 'countersign-webhooks', ...headers },
        body,
      });
      return { kind: 'answered', status: answer.statusCode, text: await beginningOf(answer) };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  }

  /** What is under way is broken off, and nobody notes it as an answer: another process sends it again. */
  async onApplicationShutdown(): Promise<void> {
    await this.sockets.agent.destroy();
  }
}

async function beginningOf({ body }: Dispatcher.ResponseData): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Told to whoever reads, below; a second time it would be nobody's.
  body.on('error', () => undefined);
  const enough = setTimeout(() => body.destroy(), TEXT_MS);
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= TEXT_BYTES) break;
    }
  } catch {
    // What came is what is shown.
  } finally {
    clearTimeout(enough);
  }
  return Buffer.concat(chunks).subarray(0, TEXT_BYTES).toString('utf8');
}

type Failure = Extract<PostAnswer, { kind: 'failed' }>['reason'];

function reasonOf(error: unknown): Failure {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one instanceof AddressForbidden) return 'address_forbidden';
    if (/^(Timeout|ConnectTimeout|HeadersTimeout|BodyTimeout)Error$/.test(one.name)) return 'timeout';
    const code = 'code' in one ? String(one.code) : '';
    if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') return 'headers_too_large';
  }
  return 'unreachable';
}
