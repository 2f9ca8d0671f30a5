import type { Platform } from '../platform/index.js';
import type { Access } from './access.js';

const TELL_EVERY_MS = 3_000;

/** That somebody is writing: told now and then, as long as they do. */
export class Wording {
  private toldAt = 0;

  constructor(
    private readonly chat: Access,
    private readonly platform: Platform,
  ) {}

  tell(): void {
    const { conversation } = this.chat.state();
    const now = this.platform.now();
    if (!conversation || now - this.toldAt < TELL_EVERY_MS) return;
    this.toldAt = now;
    void this.chat.line()?.ask('typing', { conversation: conversation.id, on: true });
  }
}
