import { randomUUID } from 'node:crypto';
import {
  alone,
  type ChatApp,
  createChat,
  type Platform,
  type TextSocket,
  webDevice,
} from '@countersign/chat-client';
import type { Message } from '@countersign/contracts';
import { until } from '../house/until.js';
import type { Book } from './book.js';
import { BRAND, type Brand, CONNECTION } from './brand.js';

const PATIENCE_MS = 60_000;
/** Somebody who reads that their line was not sent presses "Try again" after so long. */
const PRESS_MS = 1_000;

/** A customer with the client that a browser runs. */
export class Visitor {
  /** How far the clock of their device is ahead. */
  aheadMs = 0;
  private readonly chat: ChatApp;
  private readonly pressing = new Set<string>();
  private socket: TextSocket | undefined;
  private known = 0;

  constructor(
    apiUrl: string,
    brand: Brand,
    private readonly book: Book,
  ) {
    const subject = `customer-${randomUUID()}`;
    this.chat = createChat({
      apiUrl,
      brand: BRAND,
      connection: CONNECTION,
      person: subject,
      proof: brand.proofOf(subject),
      platform: this.platform(),
    });
    this.chat.subscribe(() => this.look());
  }

  /** Opens a conversation; answers its id. */
  async arrive(): Promise<string> {
    await this.chat.start();
    const { phase, refusal } = this.chat.state.identity;
    if (phase !== 'open') throw new Error(`The chat did not open: ${phase}, ${JSON.stringify(refusal)}`);
    this.chat.setOpen(true);
    this.say();
    const open = () => this.chat.state.chat.conversation !== null && this.unsent === 0;
    if (!(await until(open, PATIENCE_MS)))
      throw new Error(`No conversation was opened: ${JSON.stringify(this.chat.state)}`);
    return this.chat.state.chat.conversation?.id ?? '';
  }

  say(): void {
    this.chat.send(this.book.write('consumer'));
  }

  get unsent(): number {
    return this.chat.state.chat.unsent.length;
  }

  /** What stands in the window, in its order. */
  get lines(): readonly Message[] {
    return this.chat.state.chat.messages;
  }

  /** What this client says of itself, for when it waits in vain. */
  get standing(): string {
    const { identity, chat } = this.chat.state;
    const unsent = chat.unsent.map(({ state, why }) => `${state} ${why ?? ''}`);
    return JSON.stringify({
      phase: identity.phase,
      standing: identity.standing,
      line: chat.connection,
      unsent,
    });
  }

  /** The line breaks under them, and they want it back at once. */
  async stumble(): Promise<void> {
    this.socket?.close();
    await this.chat.wake();
  }

  leave(): void {
    this.chat.dispose();
  }

  private platform(): Platform {
    const device = { ...webDevice, now: () => Date.now() + this.aheadMs };
    const platform = alone(device);
    const socket: Platform['socket'] = (url, origin) => {
      this.socket = platform.socket(url, origin);
      return this.socket;
    };
    return { ...platform, socket };
  }

  private look(): void {
    const { messages, unsent } = this.chat.state.chat;
    for (const { from, text, number } of messages.slice(this.known)) {
      if (from === 'consumer') this.book.acked(text);
      if (from === 'agent') this.book.seen(text);
      // The list has no gap up to here.
      if (number === this.known + 1) this.known = number;
    }
    for (const { clientId, state, why } of unsent) if (state === 'failed') this.press(clientId, why);
  }

  private press(clientId: string, why: string | null): void {
    if (this.pressing.has(clientId)) return;
    this.pressing.add(clientId);
    this.book.refused(`consumer: ${why ?? 'not sent'}`);
    setTimeout(() => {
      this.pressing.delete(clientId);
      this.chat.retry(clientId);
    }, PRESS_MS);
  }
}
