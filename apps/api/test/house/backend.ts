import type { ApiKeyRight } from '@countersign/contracts';
import { Answer } from './answer.js';
import type { House } from './house.js';

/** The backend of a brand: speaks of its consumers with an API key. */
export class Backend {
  constructor(
    private readonly house: House,
    readonly key: string,
    private readonly connection = 'site',
  ) {}

  static async of(
    house: House,
    brand: string,
    rights: ApiKeyRight[] = ['facts:write', 'sessions:end', 'traces:read'],
  ): Promise<Backend> {
    return new Backend(house, await house.operator.apiKey(brand, ['site'], rights));
  }

  /** The same key, for another connection. */
  at(connection: string): Backend {
    return new Backend(this.house, this.key, connection);
  }

  async call(method: string, path: string, body?: unknown, headers: object = {}): Promise<Answer> {
    const response = await fetch(`${this.house.url}/v1/connections/${this.connection}/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return Answer.of(response);
  }

  put(subject: string, body: unknown, headers: object = {}): Promise<Answer> {
    return this.call('PUT', `consumers/${encodeURIComponent(subject)}/facts`, body, headers);
  }

  push(subject: string, version: number, facts: Record<string, unknown>): Promise<Answer> {
    return this.put(subject, { version, asOf: this.house.now().toISOString(), facts });
  }

  endSessions(subject: string): Promise<Answer> {
    return this.call('POST', `consumers/${encodeURIComponent(subject)}/sessions/end`);
  }
}
