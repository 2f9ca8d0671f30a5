import { randomUUID } from 'node:crypto';
import type { ConversationDetail, ConversationSummary, IdentityPanel, Message } from '@countersign/contracts';
import { Answer } from './answer.js';
import { Browser } from './browser.js';
import { type House, WORKSPACE } from './house.js';
import { Line } from './socket.js';

/** An agent's browser: signs in at the real stand-in and carries the cookie. */
export class Agent {
  readonly browser = new Browser();

  constructor(
    readonly house: House,
    readonly brand: string,
    readonly email: string,
  ) {}

  static async signedIn(house: House, brand: string, email: string): Promise<Agent> {
    const agent = new Agent(house, brand, email);
    const arrived = await agent.signIn();
    if (arrived.pathname === '/sign-in') throw new Error(`Not signed in: ${arrived.search}`);
    return agent;
  }

  /** From the workspace's button to wherever the service sends the browser in the end. */
  async signIn(returnTo = '/'): Promise<URL> {
    const address = new URL('/v1/agent/sign-in', this.house.url);
    address.search = new URLSearchParams({ brand: this.brand, returnTo, hint: this.email }).toString();
    const { url } = await this.browser.go(address.href, WORKSPACE);
    return new URL(url);
  }

  async call(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    origin: string | null = WORKSPACE,
  ): Promise<Answer> {
    const headers: Record<string, string> = origin === null ? {} : { origin };
    return Answer.of(await this.browser.fetch(`${this.house.url}/v1/agent${path}`, { method, headers }));
  }

  /** The console's routes, for developers. */
  async console(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    { body, origin = WORKSPACE }: { body?: unknown; origin?: string | null } = {},
  ): Promise<Answer> {
    const headers: Record<string, string> = {
      ...(origin === null ? {} : { origin }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return Answer.of(
      await this.browser.fetch(`${this.house.url}/v1/console${path}`, { method, headers, ...content }),
    );
  }

  connect(origin = WORKSPACE): Promise<Line> {
    return Line.open(`${this.house.url}/agent`, { origin, cookie: this.browser.cookies(this.house.url) });
  }
}

export const watch = (line: Line, conversation: string, after = 0): Promise<ConversationDetail> =>
  line.get<ConversationDetail>('conversation:watch', { conversation, after });

export const take = (line: Line, conversation: string): Promise<ConversationSummary> =>
  line.get<ConversationSummary>('conversation:take', { conversation });

/** The first panel of a conversation, past or to come, that is as wanted. */
export const panelOf = (
  line: Line,
  id: string,
  wanted: (panel: IdentityPanel) => boolean,
): Promise<IdentityPanel> =>
  line.hears<IdentityPanel>('panel:changed', (panel) => panel.conversation === id && wanted(panel));

export const answer = (line: Line, conversation: string, text: string): Promise<Message> =>
  line.get<Message>('message:send', { clientId: randomUUID(), conversation, text });
