import type { Platform } from '../platform/index.js';
import type { Access } from './access.js';
import { wholeTo } from './state.js';

/** What comes within this time is told together. */
const GATHERED_MS = 1_000;

/**
 * How far all of it has come and was read, never beyond a gap: here at once, at the service and on other devices as soon as
 * there is a line.
 */
export class Reading {
  /** What the service has acknowledged, by conversation. */
  private marked: Record<string, number> = {};
  private delivered: Record<string, number> = {};
  private isGathering = false;

  constructor(
    private readonly chat: Access,
    private readonly platform: Platform,
  ) {}

  read(): void {
    const { conversation } = this.chat.state();
    if (!conversation) return;
    const { id, readNumber } = conversation;
    const number = wholeTo(this.chat.state(), id);
    if (number === 0) return;
    if (number > readNumber) this.chat.happen({ type: 'read', conversation: id, number });
    void this.mark();
  }

  /** Something has come, maybe. */
  came(): void {
    if (this.isGathering || !this.untold()) return;
    this.isGathering = true;
    this.platform.after(GATHERED_MS, () => {
      this.isGathering = false;
      void this.tell();
    });
  }

  /** There is a line again: what the service heard last, it may not have lived to write down. */
  again(): void {
    this.delivered = {};
    this.came();
    void this.mark();
  }

  forget(): void {
    this.marked = {};
    this.delivered = {};
  }

  private async mark(): Promise<void> {
    const { conversation } = this.chat.state();
    if (!conversation) return;
    const { id, readNumber: number } = conversation;
    if (number <= (this.marked[id] ?? 0)) return;
    const reply = await this.chat.line()?.ask('message:read', { conversation: id, number });
    if (reply?.ok) this.marked[id] = number;
  }

  private async tell(): Promise<void> {
    const mark = this.untold();
    if (!mark) return;
    const reply = await this.chat.line()?.ask('message:delivered', mark);
    if (reply?.ok) this.delivered[mark.conversation] = mark.number;
  }

  /** The last line of an agent that has come. What was read needs no such word. */
  private untold() {
    const { conversation, messages } = this.chat.state();
    if (!conversation) return undefined;
    const { id, readNumber } = conversation;
    const whole = wholeTo(this.chat.state(), id);
    const last = messages.findLast(({ from, number }) => from === 'agent' && number <= whole);
    return last && last.number > Math.max(readNumber, this.delivered[id] ?? 0)
      ? { conversation: id, number: last.number }
      : undefined;
  }
}
