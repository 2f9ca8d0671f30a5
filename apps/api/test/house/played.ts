import { randomUUID } from 'node:crypto';
import { type ConversationStatus, type Message, type SessionView, sessionView } from '@countersign/contracts';
import type { Act, Answer } from '@countersign/protocol/life';
import type { Backend } from './backend.js';
import { Consumer } from './consumer.js';
import { goodClaims } from './envelope.js';
import type { House } from './house.js';
import type { Larkspur } from './larkspur.js';
import type { Page } from './page.js';

/** What a browser can find out about itself, by the doors anybody has. */
export type Seen = {
  readonly standing: string;
  readonly open: readonly string[] | null;
  /** Of each conversation before, in no order. */
  readonly earlier: readonly string[];
  readonly offer: boolean;
};

type Browser = {
  page: Page;
  attempt: Awaited<ReturnType<Page['attempt']>> | undefined;
  subject: string | null;
};
type Told = { conversation: ConversationStatus; messages: Message[] };

const nothing: Seen = { standing: 'none', open: null, earlier: [], offer: false };
const CONNECTION = 'site';
const linesOf = (messages: readonly Message[]): string[] =>
  messages.filter(({ from }) => from === 'consumer').map(({ text }) => text);

/** One history, done for real: browsers with keys of their own, envelopes, sockets, and a brand that logs out. */
export class Played {
  private readonly browsers = new Map<string, Browser>();

  /** @param mark makes the people of one history others than those of the next */
  constructor(
    private readonly house: House,
    private readonly larkspur: Larkspur,
    private readonly backend: Backend,
    private readonly mark: string,
  ) {}

  async act(one: Act): Promise<Answer | string> {
    switch (one.kind) {
      case 'open':
        await (await this.browser(one.browser)).page.anonymous(CONNECTION);
        return this.become(one.browser, null);
      case 'begin': {
        const browser = await this.browser(one.browser);
        browser.attempt = await browser.page.attempt(CONNECTION);
        return 'ok';
      }
      case 'prove':
        return this.prove(one.browser, one.subject);
      case 'reload':
        await (await this.browser(one.browser)).page.resume(this.named(one.named));
        return 'ok';
      case 'say':
        return this.by(one.browser, (consumer, { conversation }) =>
          consumer.line.ask('message:send', {
            clientId: randomUUID(),
            conversation: conversation?.id ?? null,
            text: one.text,
          }),
        );
      case 'merge':
        return this.merge(one.browser, one.accept);
      case 'end':
        return this.end(one.browser);
      case 'sign out':
        return this.signOut(one.browser);
      case 'log out':
        await this.backend.endSessions(this.named(one.subject) ?? '');
        return 'ok';
      case 'wait':
        return 'ok';
    }
  }

  /** Changes nothing: whoever looks names the person who is there. */
  async look(name: string): Promise<Seen> {
    const view = await this.view(name);
    if (!view) return nothing;
    const consumer = await Consumer.join(this.house, (await this.browser(name)).page, view);
    try {
      const open = view.conversation;
      const after = { conversation: open?.id ?? '', after: 0 };
      const here = open ? await consumer.line.get<Told>('conversation:resume', after) : undefined;
      const earlier: string[] = [];
      for (let before = open?.id ?? null; ; ) {
        const found = await consumer.line.get<Told | null>('conversation:earlier', { before });
        if (!found) break;
        earlier.push(linesOf(found.messages).join(' · '));
        before = found.conversation.id;
      }
      return {
        standing: view.assurance,
        open: here ? linesOf(here.messages) : null,
        earlier: earlier.sort(),
        offer: view.offer !== null,
      };
    } finally {
      consumer.close();
    }
  }

  private async browser(name: string): Promise<Browser> {
    const known = this.browsers.get(name);
    if (known) return known;
    const made: Browser = { page: await this.larkspur.page(), attempt: undefined, subject: null };
    this.browsers.set(name, made);
    return made;
  }

  private named(subject: string | null): string | null {
    return subject === null ? null : `${subject}-${this.mark}`;
  }

  private async become(name: string, subject: string | null): Promise<'ok'> {
    (await this.browser(name)).subject = subject;
    return 'ok';
  }

  private async view(name: string): Promise<SessionView | undefined> {
    const { page, subject } = await this.browser(name);
    const answer = await page.resume(subject);
    return answer.status === 204 ? undefined : answer.as(sessionView);
  }

  private async prove(name: string, who: string): Promise<string> {
    const browser = await this.browser(name);
    const { page, attempt: kept } = browser;
    const holds = kept && Date.parse(kept.expiresAt) > this.house.now().getTime();
    const attempt = holds ? kept : await page.attempt(CONNECTION);
    browser.attempt = undefined;
    const sub = this.named(who);
    const claims = { ...goodClaims(attempt, this.house.now()), sub };
    const answer = await page.prove(attempt, { idToken: await this.larkspur.signer.sign(claims) });
    if (answer.status === 401) return answer.problem().reason ?? 'no reason';
    answer.as(sessionView);
    return this.become(name, sub);
  }

  private async by(
    name: string,
    ask: (consumer: Consumer, view: SessionView) => ReturnType<Consumer['line']['ask']>,
  ): Promise<string> {
    const view = await this.view(name);
    if (!view) return 'session_required';
    const consumer = await Consumer.join(this.house, (await this.browser(name)).page, view);
    try {
      const reply = await ask(consumer, view);
      return reply.ok ? 'ok' : reply.problem.code;
    } finally {
      consumer.close();
    }
  }

  private merge(name: string, accept: boolean): Promise<string> {
    return this.by(name, async ({ line }, { offer }) =>
      line.ask('conversation:merge', { conversation: offer?.conversation ?? randomUUID(), accept }),
    );
  }

  private end(name: string): Promise<string> {
    return this.by(name, async ({ line }, { conversation }) =>
      line.ask('conversation:end', { conversation: conversation?.id ?? randomUUID() }),
    );
  }

  private async signOut(name: string): Promise<string> {
    const view = await this.view(name);
    if (!view) return 'session_required';
    const { page } = await this.browser(name);
    const { status } = await page.signOut(view.token);
    if (status !== 204) return `status ${status}`;
    this.browsers.delete(name);
    return 'ok';
  }
}
