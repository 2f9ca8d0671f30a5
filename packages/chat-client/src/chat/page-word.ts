import type { PageFacts } from '@countersign/claims';
import type { Problem } from '@countersign/contracts';
import type { Access } from './access.js';

/** What the page says of what the consumer looks at: its last word counts, also after a reconnect. */
export class PageWord {
  private facts: PageFacts | undefined;
  /** Where the consumer may be answered as well: typed by them, so no more than the page's word. */
  private address: string | undefined;

  constructor(
    private readonly line: Access['line'],
    private readonly onRefused: ((problem: Problem) => void) | undefined,
  ) {}

  set(facts: PageFacts): void {
    this.facts = facts;
    void this.tell();
  }

  /** Whether it is there. */
  async contact(address: string): Promise<boolean> {
    const before = this.address;
    this.address = address;
    const isTold = await this.tell();
    if (!isTold) this.address = before;
    return isTold;
  }

  async tell(): Promise<boolean> {
    const { facts, address } = this;
    if (!facts && address === undefined) return true;
    const all = { ...facts, ...(address === undefined ? {} : { contact_email: address }) };
    const reply = await this.line()?.ask('page:facts', { facts: all });
    if (reply && !reply.ok) this.onRefused?.(reply.problem);
    return reply?.ok === true;
  }

  /** What was said of one person is not said of the next. */
  forget(): void {
    this.facts = this.address = undefined;
  }
}
