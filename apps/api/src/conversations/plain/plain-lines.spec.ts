import { setImmediate as turn } from 'node:timers/promises';
import type { Message } from '@countersign/contracts';
import { expect, test } from 'vitest';
import type { Events } from '../../common/events.js';
import type { Following, Telemetry } from '../../telemetry/index.js';
import type { PlainLine } from './plain-line.js';
import { PlainLines } from './plain-lines.js';
import type { PlainLinesRepository } from './plain-lines.repository.js';

type Commit = { readonly brandId: string; readonly texts: readonly string[]; readonly end: () => void };

/** A database whose commits end when it is said: what is in which, and in which order, is all that is looked at. */
function database() {
  const commits: Commit[] = [];
  const open: Commit[] = [];
  const store = (brandId: string, lines: readonly PlainLine[]) =>
    new Promise<readonly (Message | undefined)[]>((resolve) => {
      const commit: Commit = {
        brandId,
        texts: lines.map(({ text }) => text),
        end: () => {
          open.splice(open.indexOf(commit), 1);
          resolve(lines.map(() => undefined));
        },
      };
      commits.push(commit);
      open.push(commit);
    });
  const following = { place: () => undefined, batch: () => undefined } as unknown as Following;
  const telemetry = { watch: () => undefined } as unknown as Telemetry;
  const lines = new PlainLines(
    { store } as unknown as PlainLinesRepository,
    {} as Events,
    following,
    telemetry,
  );
  let count = 0;
  return {
    commits,
    /** How many commits of a brand are on their way. */
    running: (brandId: string) => open.filter((one) => one.brandId === brandId).length,
    endOldest: async () => {
      open[0]?.end();
      await turn();
      await turn();
    },
    say(brandId: string, text: string, conversationId?: string): void {
      count += 1;
      const place = conversationId ?? `conversation ${count}`;
      const whose = {
        from: 'consumer',
        sessionId: `of ${place}`,
        agentId: null,
        socketId: 'socket',
      } as const;
      void lines.say({ brandId, conversationId: place, text, clientId: `client ${count}`, ...whose });
    },
  };
}

/** Turn after turn, until it takes no more places. */
async function flood({ say }: ReturnType<typeof database>, ...brands: string[]): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    for (const brandId of brands) for (let line = 0; line < 1_000; line += 1) say(brandId, `flood ${line}`);
    await turn();
    await turn();
  }
}
const placeOf = ({ commits }: ReturnType<typeof database>, text: string): number =>
  commits.findIndex(({ texts }) => texts.includes(text)) + 1;

test('of a flood in one brand and one line in another, that line is in the second commit', async () => {
  const base = database();
  for (let line = 0; line < 5_000; line += 1) base.say('busy', `flood ${line}`);
  base.say('quiet', 'one line');
  await turn();
  expect(placeOf(base, 'one line')).toBe(2);
  expect(base.commits[1]?.texts).toEqual(['one line']);
  expect(base.commits[0]?.texts).toHaveLength(128);
});

test('whatever one brand says, places are left to others', async () => {
  const base = database();
  await flood(base, 'busy');
  expect(base.running('busy')).toBe(2);
  // In the middle of it: without waiting for any of its commits.
  base.say('quiet', 'one line');
  await turn();
  expect(placeOf(base, 'one line')).toBe(3);
});

test('where all places are taken, a brand waits for one turn of each of the others at most', async () => {
  const base = database();
  await flood(base, 'busy', 'busier');
  expect([base.running('busy'), base.running('busier')]).toEqual([2, 2]);
  base.say('quiet', 'one line');
  let ended = 0;
  while (placeOf(base, 'one line') === 0 && ended < 10) {
    await base.endOldest();
    ended += 1;
  }
  expect(ended).toBeLessThanOrEqual(3);
});

test('the lines of one conversation are never in two commits at once, and stay in order', async () => {
  const base = database();
  for (let line = 0; line < 300; line += 1) base.say('busy', `line ${line}`, 'the one');
  await turn();
  expect(base.running('busy')).toBe(1);
  while (base.running('busy') > 0) await base.endOldest();
  expect(base.commits.map(({ texts }) => texts.length)).toEqual([128, 128, 44]);
  expect(base.commits.flatMap(({ texts }) => texts)).toEqual(
    Array.from({ length: 300 }, (_, at) => `line ${at}`),
  );
});
