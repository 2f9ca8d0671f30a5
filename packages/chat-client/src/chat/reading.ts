import type { Access } from './access.js';

/** How far it was read: here at once, at the service and on other devices as soon as there is a line. */
export class Reading {
  /** What the service has acknowledged. */
  private marked = 0;

  constructor(private readonly chat: Access) {}

  read(): void {
    const { conversation, messages } = this.chat.state();
    const last = messages.at(-1);
    if (!conversation || last?.conversation !== conversation.id) return;
    if (last.number > conversation.readNumber)
      this.chat.happen({ type: 'read', conversation: conversation.id, number: last.number });
    void this.mark();
  }

  async mark(): Promise<void> {
    const { conversation } = this.chat.state();
    if (!conversation || conversation.readNumber <= this.marked) return;
    const { id, readNumber: number } = conversation;
    const reply = await this.chat.line()?.ask('message:read', { conversation: id, number });
    if (reply?.ok && this.chat.state().conversation?.id === id) this.marked = number;
  }

  forget(): void {
    this.marked = 0;
  }
}
