import { randomUUID } from 'node:crypto';
import {
  type DeliveryDetail,
  type DeliveryView,
  deliveryDetail,
  deliveryPage,
  type WebhookType,
  webhookMade,
} from '@countersign/contracts';
import { expect } from 'vitest';
import type { Agent } from './agent.js';
import type { Receiver } from './receiver.js';

/** An endpoint of a receiver's, set up by a developer. */
export class Hook {
  private constructor(
    private readonly developer: Agent,
    private readonly receiver: Receiver,
    readonly path: string,
    readonly id: string,
    readonly secret: string,
  ) {}

  static async make(
    developer: Agent,
    receiver: Receiver,
    types: readonly WebhookType[],
    more: { facts?: boolean; texts?: boolean } = {},
  ): Promise<Hook> {
    const path = `/${randomUUID()}`;
    const body = { url: receiver.url(path), types, ...more };
    const made = (await developer.console('POST', '/webhooks', { body })).as(webhookMade);
    return new Hook(developer, receiver, path, made.endpoint.id, made.secret);
  }

  /** What came, as soon as so much has. */
  async received(count: number) {
    await expect
      .poll(() => this.receiver.at(this.path).length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(count);
    return this.receiver.verified(this.path, this.secret);
  }

  async log(state?: DeliveryView['state']): Promise<readonly DeliveryView[]> {
    const query = state === undefined ? '' : `?state=${state}`;
    return (await this.ask('GET', `/deliveries${query}`)).as(deliveryPage).deliveries;
  }

  /** The latest of its log, once it has come so far. */
  async latest(is: (detail: DeliveryDetail) => boolean): Promise<DeliveryDetail> {
    let found: DeliveryDetail | undefined;
    await expect
      .poll(
        async () => {
          const [first] = await this.log();
          found = first && (await this.ask('GET', `/deliveries/${first.id}`)).as(deliveryDetail);
          return found !== undefined && is(found);
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    if (!found) throw new Error('Nothing is in the log');
    return found;
  }

  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', rest = '', body?: unknown) {
    return this.developer.console(method, `/webhooks/${this.id}${rest}`, body === undefined ? {} : { body });
  }

  remove() {
    return this.ask('DELETE');
  }
}
