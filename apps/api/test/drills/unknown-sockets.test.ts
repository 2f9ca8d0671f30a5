import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Consumer } from '../house/consumer.js';
import { implicit, type Larkspur, makeLarkspur } from '../house/larkspur.js';
import { type Several, startSeveral } from '../house/several.js';
import { report, whole } from './report.js';
import { crowd, knock, megabytesOf, type Stranger, silent } from './strangers.js';

const SOCKETS = whole ? 10_000 : 300;
const OF_ADDRESS = whole ? 1_000 : 100;
const OF_ALL = whole ? 5_000 : 200;

let several: Several;
let larkspur: Larkspur;
let port: number;

beforeAll(async () => {
  several = await startSeveral(1, {
    TRUSTED_PROXIES: '1',
    UNKNOWN_SOCKETS_PER_ADDRESS: `${OF_ADDRESS}`,
    UNKNOWN_SOCKETS: `${OF_ALL}`,
  });
  port = Number(new URL(several.urls[0] ?? '').port);
  larkspur = await makeLarkspur(several.house, [implicit('site')]);
});
afterAll(() => several.close());

const memory = () => megabytesOf(several.pids[0]) ?? 0;
const seconds = (since: number) => ((performance.now() - since) / 1_000).toFixed(1);
const openFiles = () =>
  /Max open files\s+(\d+)/.exec(readFileSync(`/proc/${several.pids[0]}/limits`, 'utf8'))?.[1] ?? '';

/** Somebody honest comes in and says something: with a new browser, over HTTP and by a socket. Answers what it took. */
async function honest(): Promise<string> {
  const since = performance.now();
  const consumer = await Consumer.anonymous(several.house, larkspur);
  expect((await consumer.say('And I came meanwhile')).text).toBe('And I came meanwhile');
  consumer.close();
  return `${seconds(since)} s`;
}

const rows: Record<string, string | number>[] = [];
const gone = (strangers: readonly Stranger[]) => Promise.all(strangers.map(({ closed }) => closed));

test('connections that never say a word hold nobody up', async () => {
  const consumer = await Consumer.anonymous(several.house, larkspur);
  const { conversation } = await consumer.say('Before they come');
  const [before, since] = [memory(), performance.now()];
  const strangers = await crowd(SOCKETS, () => silent(port));
  const came = seconds(since);
  expect(strangers.filter(({ isIn }) => isIn)).toHaveLength(SOCKETS);
  const there = memory();
  const cost = await honest();
  expect((await consumer.say('While they are there', conversation)).text).toBe('While they are there');
  consumer.close();
  // Node's own limit for the head of a request: a minute, looked at twice a minute.
  if (whole) await gone(strangers);
  else for (const { go } of strangers) go();
  rows.push({
    what: 'not a word',
    'came in': SOCKETS,
    'within, s': came,
    'memory before, MB': before,
    'with them, MB': there,
    'an honest one': cost,
    'closed after, s': whole ? seconds(since) : '',
  });
}, 600_000);

test('of the sockets that come without saying who they are an address holds so many, and each is closed in a moment', async () => {
  const consumer = await Consumer.anonymous(several.house, larkspur);
  const { conversation } = await consumer.say('Before they come');
  const [before, since] = [memory(), performance.now()];
  const strangers = await crowd(SOCKETS, () => knock(port, '203.0.113.7'));
  const came = seconds(since);
  const there = memory();
  const open = strangers.filter(({ isIn }) => isIn);
  // They are opened faster than they are closed, but for a whole crowd.
  expect(open.length).toBeGreaterThanOrEqual(OF_ADDRESS);
  if (!whole) expect(open).toHaveLength(OF_ADDRESS);
  expect((await knock(port, '203.0.113.8')).isIn).toBe(true);
  expect((await consumer.say('While they are there', conversation)).text).toBe('While they are there');
  const cost = await honest();
  await gone(open);
  await expect.poll(async () => (await knock(port, '203.0.113.7')).isIn).toBe(true);
  expect((await consumer.say('And they are gone', conversation)).text).toBe('And they are gone');
  consumer.close();
  rows.push({
    what: 'of one address',
    'came in': `${open.length} of ${SOCKETS}`,
    'within, s': came,
    'memory before, MB': before,
    'with them, MB': there,
    'an honest one': cost,
    'closed after, s': seconds(since),
  });
}, 600_000);

test.runIf(whole)(
  'from many addresses they hold as many as there may be of all, and whoever is honest has room in a moment',
  async () => {
    const [before, since] = [memory(), performance.now()];
    const strangers = await crowd(SOCKETS, (nth) => knock(port, `203.0.113.${nth % 20}`));
    const came = seconds(since);
    const there = memory();
    const open = strangers.filter(({ isIn }) => isIn);
    const asked = performance.now();
    await expect
      .poll(
        () =>
          honest().then(
            () => true,
            () => false,
          ),
        { timeout: 60_000 },
      )
      .toBe(true);
    const cost = `${seconds(asked)} s`;
    await gone(open);
    rows.push({
      what: 'of twenty addresses',
      'came in': `${open.length} of ${SOCKETS}`,
      'within, s': came,
      'memory before, MB': before,
      'with them, MB': there,
      'an honest one': cost,
      'closed after, s': seconds(since),
    });
    if (whole) report(`Strangers at one process, which may open ${openFiles()} files`, rows);
  },
  600_000,
);
