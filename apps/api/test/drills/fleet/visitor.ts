import { type ChatApp, createChat } from '@countersign/chat-client';
import type { Message } from '@countersign/contracts';
import type { Waits } from './waits.js';

const PATIENCE_MS = 30_000;

/** A consumer with the client a browser runs. What they would see of a trouble is written down. */
export class Visitor {
  readonly troubles: string[] = [];
  private readonly chat: ChatApp;
  private wake: () => void = () => undefined;

  constructor(
    readonly name: string,
    apiUrl: string,
    brand: string,
    private readonly waits: Waits,
  ) {
    this.chat = createChat({ apiUrl, brand, connection: 'site', person: null, proof: async () => null });
    this.chat.subscribe(() => this.look());
  }

  async arrive(): Promise<string> {
    await this.chat.start();
    await this.chat.beAnonymous();
    this.chat.setOpen(true);
    this.send(`${this.name} begins`);
    await this.until(() => this.chat.state.chat.conversation !== null && this.unsent === 0);
    return this.chat.state.chat.conversation?.id ?? '';
  }

  send(text: string): void {
    this.waits.sent(text);
    this.chat.send(text);
  }

  get unsent(): number {
    return this.chat.state.chat.unsent.length;
  }

  /** What stands in the window, in its order. */
  get lines(): readonly Message[] {
    return this.chat.state.chat.messages.filter(({ from }) => from !== 'system');
  }

  leave(): void {
    this.chat.dispose();
  }

  private look(): void {
    const { identity, chat } = this.chat.state;
    const failed = chat.unsent.filter(({ state }) => state === 'failed').map(({ why }) => why ?? 'not sent');
    const offline = chat.connection === 'offline' ? ['the line is down'] : [];
    const refused = identity.refusal ? [JSON.stringify(identity.refusal)] : [];
    for (const trouble of [...failed, ...offline, ...refused])
      if (this.troubles.at(-1) !== trouble) this.troubles.push(trouble);
    const mine = new Set(chat.unsent.map(({ text }) => text));
    for (const { from, text } of this.lines)
      if (from === 'agent') this.waits.saw(text);
      else if (!mine.has(text)) this.waits.acked(text);
    this.wake();
  }

  private async until(reached: () => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!reached()) {
      if (Date.now() > deadline)
        throw new Error(`${this.name} waited in vain: ${JSON.stringify(this.chat.state)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 500);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
