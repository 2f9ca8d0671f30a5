import { randomUUID } from 'node:crypto';
import type { Message, SessionView } from '@countersign/contracts';
import type { House } from './house.js';
import { type Larkspur, ORIGIN } from './larkspur.js';
import type { Page } from './page.js';
import { type How, signIn } from './sign-in.js';
import { Line } from './socket.js';

/** Somebody who talks on a page of the brand. */
export class Consumer {
  private constructor(
    readonly house: House,
    readonly page: Page,
    readonly session: SessionView,
    readonly line: Line,
  ) {}

  static async anonymous(house: House, larkspur: Larkspur, connection = 'site'): Promise<Consumer> {
    const page = await larkspur.page();
    return Consumer.join(house, page, await page.anonymous(connection));
  }

  /** Proven by the brand's own envelope. */
  static async verified(
    house: House,
    larkspur: Larkspur,
    claims: Record<string, unknown> = {},
    page?: Page,
    connection = 'site',
  ): Promise<Consumer> {
    const browser = page ?? (await larkspur.page());
    const how = { connection, reason: page ? 'renew' : 'first' } as const;
    const { session } = await signIn(house, larkspur, browser, claims, how);
    return Consumer.join(house, browser, session);
  }

  /** The same browser proves somebody: who it was until now, or another. */
  async proves(larkspur: Larkspur, claims: Record<string, unknown> = {}, how: How = {}): Promise<Consumer> {
    const { session } = await signIn(this.house, larkspur, this.page, claims, how);
    return Consumer.join(this.house, this.page, session);
  }

  static async join(
    house: House,
    page: Page,
    session: SessionView,
    origin: string | null = ORIGIN,
  ): Promise<Consumer> {
    const proof = await page.possession('POST', '/socket/consumer', session.token);
    const line = await Line.open(`${house.url}/consumer`, origin === null ? {} : { origin }, {
      token: session.token,
      proof,
    });
    return new Consumer(house, page, session, line);
  }

  say(text: string, conversation: string | null = null, clientId = randomUUID()): Promise<Message> {
    return this.line.get<Message>('message:send', { clientId, conversation, text });
  }

  close(): void {
    this.line.close();
  }
}
