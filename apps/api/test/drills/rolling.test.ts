import { findRedis, NO_REDIS } from '@countersign/database/redis';
import { Desk, type Ledger } from '@countersign/desk';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Desks } from '../house/desks.js';
import { WORKSPACE } from '../house/house.js';
import { implicit, type Larkspur, makeLarkspur } from '../house/larkspur.js';
import { Fleet } from './fleet/fleet.js';
import { Visitor } from './fleet/visitor.js';
import { Waits } from './fleet/waits.js';
import { many } from './many.js';
import { report, whole } from './report.js';

/** How many processes and conversations, how many messages a second, and how long it goes on between two restarts. */
const PLAN = whole
  ? { processes: 3, conversations: 100, perSecond: 200, desks: 10, betweenMs: 4_000 }
  : { processes: 2, conversations: 10, perSecond: 30, desks: 2, betweenMs: 500 };
const PATIENCE_MS = 20_000;

const hasRedis = (await findRedis()) !== undefined;
if (!hasRedis) process.stdout.write(`${NO_REDIS}\n`);

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

type Talk = { readonly id: string; readonly visitor: Visitor; readonly desk: Desk };

async function open(fleet: Fleet, waits: Waits): Promise<readonly Talk[]> {
  const larkspur = await makeLarkspur(fleet.house, [implicit('site', { apps: true })]);
  const desks = await openDesks(fleet, larkspur, waits);
  let count = 0;
  return many(PLAN.conversations, async () => {
    const index = count++;
    const visitor = new Visitor(`visitor ${index}`, fleet.house.url, larkspur.view.slug, waits);
    endings.push(() => visitor.leave());
    const id = await visitor.arrive();
    const desk = desks[index % desks.length];
    if (!desk) throw new Error('Nobody is at a desk.');
    await desk.take(id);
    return { id, visitor, desk };
  });
}

/** Nothing may be refused: a process that ends is nobody's trouble. */
const ledgerOf = (waits: Waits): Ledger => ({
  acked: (text) => waits.acked(text),
  seen: (text) => waits.saw(text),
  refused: (why) => {
    throw new Error(why);
  },
});

async function openDesks(fleet: Fleet, larkspur: Larkspur, waits: Waits): Promise<readonly Desk[]> {
  const desks = await Desks.open(fleet.house);
  endings.push(() => desks.close());
  const staff = Array.from({ length: PLAN.desks }, (_, index) => `desk-${index}@gmail.com`);
  await desks.staff(
    larkspur,
    staff.map((email) => ({ email, name: email })),
  );
  const opened: Desk[] = [];
  for (const email of staff) {
    const { browser, house } = await desks.agent(larkspur.view.slug, email);
    const headers = { origin: WORKSPACE, cookie: browser.cookies(house.url) };
    const desk = new Desk({ url: house.url, headers, ledger: ledgerOf(waits) });
    endings.push(() => desk.leave());
    opened.push(desk);
  }
  return opened;
}

/** So many messages a second, by consumers and agents in turn, until it is stopped. */
function talking(talks: readonly Talk[], waits: Waits): () => void {
  const begun = performance.now();
  let sent = 0;
  const tick = () => {
    const due = ((performance.now() - begun) / 1_000) * PLAN.perSecond;
    for (; sent < due; sent += 1) {
      const talk = talks[Math.floor(sent / 2) % talks.length];
      if (sent % 2 === 0) talk?.visitor.send(`word ${sent} of a consumer`);
      else if (talk) {
        const text = `word ${sent} of an agent`;
        waits.sent(text);
        talk.desk.send(talk.id, text);
      }
    }
  };
  const timer = setInterval(tick, 10);
  endings.push(() => clearInterval(timer));
  return () => clearInterval(timer);
}

const during = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function ledger(talks: readonly Talk[], stored: Awaited<ReturnType<Fleet['stored']>>, waits: Waits): void {
  const texts = stored.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  expect([...texts].sort()).toEqual([...waits.ackedTexts].sort());
  expect([...texts].sort()).toEqual([...waits.texts].sort());
  for (const { id, visitor, desk } of talks) {
    const written = stored.filter(({ conversation }) => conversation === id).map(({ text }) => text);
    expect(visitor.lines.map(({ text }) => text)).toEqual(written);
    const lines = desk.linesOf(id);
    expect(lines.filter(({ from }) => from !== 'system').map(({ text }) => text)).toEqual(written);
  }
}

type Signal = 'SIGTERM' | 'SIGKILL';
/** Which process is ended how. The short form has one of each. */
const rounds: readonly (readonly [title: string, signals: readonly Signal[]])[] = whole
  ? [
      ['told to stop', ['SIGTERM', 'SIGTERM', 'SIGTERM']],
      ['killed', ['SIGKILL', 'SIGKILL', 'SIGKILL']],
    ]
  : [['told to stop, and killed', ['SIGTERM', 'SIGKILL']]];

const troublesOf = (talks: readonly Talk[]) => talks.flatMap(({ visitor }) => visitor.troubles);

/** One after the other. Of a process that is told to stop consumers see nothing; of one that is killed, at most that. */
async function restartAll(fleet: Fleet, talks: readonly Talk[], signals: readonly Signal[]): Promise<void> {
  for (const [index, signal] of signals.entries()) {
    await during(PLAN.betweenMs);
    const { code, output } = await fleet.restart(index, signal);
    expect(code, output.slice(-2_000)).toBe(signal === 'SIGTERM' ? 0 : null);
    if (!signals.slice(0, index + 1).includes('SIGKILL')) expect(troublesOf(talks)).toEqual([]);
  }
  await during(PLAN.betweenMs);
}

describe.runIf(hasRedis)('every process is started anew, one after the other, while people talk', () => {
  test.each(rounds)(
    '%s, it costs no message, doubles none, and each side sees all in order',
    async (how, signals) => {
      const fleet = await Fleet.start(PLAN.processes);
      endings.push(() => fleet.close());
      const waits = new Waits();
      const talks = await open(fleet, waits);
      const stop = talking(talks, waits);
      await restartAll(fleet, talks, signals);
      stop();
      const missing = () => ({ unacked: waits.unacked, unseen: waits.unseen });
      await vi.waitFor(() => expect(missing()).toEqual({ unacked: 0, unseen: 0 }), {
        timeout: PATIENCE_MS,
        interval: 50,
      });
      const stored = await fleet.stored();
      ledger(talks, stored, waits);
      report(
        `${signals.length} processes ${how}: ${stored.length} messages, ${PLAN.perSecond} a second, lost 0, doubled 0`,
        [waits.row('acknowledged'), waits.row('seen')],
      );
      const seen = [...new Set(troublesOf(talks))].join('; ') || 'nothing';
      process.stdout.write(`  what consumers saw of it: ${seen}\n`);
    },
    180_000,
  );
});
