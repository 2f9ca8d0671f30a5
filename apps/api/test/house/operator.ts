import {
  type ApiKeyRight,
  apiKeyMade,
  type BrandView,
  brandView,
  type PutBrand,
} from '@countersign/contracts';
import { Answer } from './answer.js';

/** Whoever runs the service, over HTTP. */
export class Operator {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  async call(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}/v1/operator/brands/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return Answer.of(response);
  }

  async put(slug: string, brand: PutBrand): Promise<BrandView> {
    return (await this.call('PUT', slug, brand)).as(brandView);
  }

  async apiKey(slug: string, connections: string[], rights: ApiKeyRight[]): Promise<string> {
    return (await this.call('POST', `${slug}/api-keys`, { connections, rights })).as(apiKeyMade).key;
  }
}
