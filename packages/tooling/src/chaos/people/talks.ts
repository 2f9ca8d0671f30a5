import { Desk } from '@countersign/desk';
import { type ChaosHouse, WORKSPACE } from '../house/house.js';
import { until } from '../house/until.js';
import { Book } from './book.js';
import { Brand } from './brand.js';
import { Visitor } from './visitor.js';

/** One conversation, with both its ends. */
export type Talk = { readonly id: string; readonly visitor: Visitor; readonly desk: Desk };
export type Amounts = {
  readonly conversations: number;
  readonly desks: number;
  /** Lines a second, of all together. */
  readonly perSecond: number;
};

const TICK_MS = 20;
/** Nobody writes on and on while nothing of it is sent. */
const MOST_UNSENT = 10;
/** Of those that are opened at once. */
const AT_ONCE = 5;
const SETTLE_MS = 120_000;

/** Many conversations, in which consumers and agents write by turns, at a steady rate. */
export class Talks {
  readonly book = new Book();
  readonly all: Talk[] = [];
  private readonly desks: Desk[] = [];
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly house: ChaosHouse,
    private readonly brand: Brand,
    private readonly perSecond: number,
  ) {}

  static async begin(house: ChaosHouse, amounts: Amounts): Promise<Talks> {
    const talks = new Talks(house, await Brand.make(house), amounts.perSecond);
    talks.book.begin('hello');
    for (let count = 0; count < amounts.desks; count += 1) talks.desks.push(await talks.sit());
    while (talks.all.length < amounts.conversations) {
      const missing = Math.min(AT_ONCE, amounts.conversations - talks.all.length);
      await Promise.all(Array.from({ length: missing }, () => talks.open()));
    }
    return talks;
  }

  private async sit(): Promise<Desk> {
    const headers = { origin: WORKSPACE, cookie: `cs-agent=${await this.brand.agent()}` };
    return new Desk({ url: this.house.url, headers, ledger: this.book });
  }

  /** A new consumer, whose device's clock is so far ahead. */
  async open(aheadMs = 0): Promise<Talk> {
    const desk = this.desks[this.all.length % this.desks.length];
    if (!desk) throw new Error('Nobody is at a desk.');
    const visitor = new Visitor(this.house.url, this.brand, this.book);
    visitor.aheadMs = aheadMs;
    const id = await visitor.arrive();
    await desk.take(id);
    const talk = { id, visitor, desk };
    this.all.push(talk);
    return talk;
  }

  start(): void {
    const begun = performance.now();
    let count = 0;
    this.timer = setInterval(() => {
      const due = ((performance.now() - begun) / 1_000) * this.perSecond;
      for (; count < due; count += 1) this.say(count);
    }, TICK_MS);
  }

  /** Nobody begins another line; those that wait go on. Whether all of them came to both ends. */
  async settle(): Promise<boolean> {
    clearInterval(this.timer);
    return until(() => this.book.isSettled, SETTLE_MS);
  }

  leave(): void {
    clearInterval(this.timer);
    for (const { visitor } of this.all) visitor.leave();
    for (const desk of this.desks) desk.leave();
  }

  private say(count: number): void {
    const talk = this.all[Math.floor(count / 2) % this.all.length];
    if (!talk) return;
    const { visitor, desk, id } = talk;
    if (count % 2 === 0 && visitor.unsent < MOST_UNSENT) visitor.say();
    if (count % 2 === 1 && desk.unsentOf(id) < MOST_UNSENT) desk.send(id, this.book.write('agent'));
  }
}
