import type { PageFacts } from '@countersign/claims';
import type { Problem } from '@countersign/contracts';
import type { Platform } from '../platform/platform.js';
import type { Access } from './access.js';

type Outcome = 'told' | 'refused' | 'unheard';

/** Whoever typed an address looks at it, and waits no longer than this for a line. */
const PATIENCE_MS = 10_000;

/** What the page says of what the consumer looks at: its last word counts, also after a reconnect. */
export class PageWord {
  private facts: PageFacts | undefined;
  /** Where the consumer may be answered as well: typed by them, so no more than the page's word. */
  private address: string | undefined;
  private readonly waiting = new Set<(outcome: Outcome) => void>();

  constructor(
    private readonly line: Access['line'],
    private readonly platform: Pick<Platform, 'after'>,
    private readonly onRefused: ((problem: Problem) => void) | undefined,
  ) {}

  set(facts: PageFacts): void {
    this.facts = facts;
    void this.tell();
  }

  /** Whether it is there. Given before there is a line, it is told with the next one. */
  async contact(address: string): Promise<boolean> {
    const before = this.address;
    this.address = address;
    const at = await this.tell();
    const outcome = at === 'unheard' && this.address === address ? await this.nextOutcome() : at;
    if (outcome !== 'told' && this.address === address) this.address = before;
    return outcome === 'told';
  }

  async tell(): Promise<Outcome> {
    const { facts, address } = this;
    if (!facts && address === undefined) return 'told';
    const all = { ...facts, ...(address === undefined ? {} : { contact_email: address }) };
    const reply = await this.line()?.ask('page:facts', { facts: all });
    if (!reply) return 'unheard';
    if (!reply.ok) this.onRefused?.(reply.problem);
    const outcome = reply.ok ? 'told' : 'refused';
    if (address === this.address) this.settle(outcome);
    return outcome;
  }

  /** What was said of one person is not said of the next. */
  forget(): void {
    this.facts = this.address = undefined;
    this.settle('unheard');
  }

  private nextOutcome(): Promise<Outcome> {
    return new Promise((resolve) => {
      const settle = (outcome: Outcome) => {
        callOff();
        this.waiting.delete(settle);
        resolve(outcome);
      };
      const callOff = this.platform.after(PATIENCE_MS, () => settle('unheard'));
      this.waiting.add(settle);
    });
  }

  private settle(outcome: Outcome): void {
    for (const settle of [...this.waiting]) settle(outcome);
  }
}
