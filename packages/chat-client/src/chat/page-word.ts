import type { PageFacts } from '@countersign/claims';
import type { Problem } from '@countersign/contracts';
import type { Access } from './access.js';

/** What the page says of what the consumer looks at: its last word counts, also after a reconnect. */
export class PageWord {
  private facts: PageFacts | undefined;

  constructor(
    private readonly line: Access['line'],
    private readonly onRefused: ((problem: Problem) => void) | undefined,
  ) {}

  set(facts: PageFacts): void {
    this.facts = facts;
    void this.tell();
  }

  async tell(): Promise<void> {
    if (!this.facts) return;
    const reply = await this.line()?.ask('page:facts', { facts: this.facts });
    if (reply && !reply.ok) this.onRefused?.(reply.problem);
  }

  /** What was said of one person is not said of the next. */
  forget(): void {
    this.facts = undefined;
  }
}
