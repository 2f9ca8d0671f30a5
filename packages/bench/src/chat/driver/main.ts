/** Everybody who writes and everybody who reads, for all contenders: a process of its own, told what to do by the bench. */
import type { Answer, Order, Run, Seats } from '../wire.js';
import { joinBare, sitBare } from './bare.js';
import { comeIn, sitOurs } from './ours.js';
import { Rounds } from './run.js';
import type { Namespace } from './socket-io.js';
import type { Heard, Sitting } from './talk.js';
import { sitXmpp } from './xmpp.js';

type Table = { readonly rounds: Rounds; readonly sittings: readonly Sitting[] };

const tables = new Map<string, Table>();

function sit(seats: Seats, heard: Heard): Promise<Sitting> {
  if (seats.kind === 'ours') return sitOurs(seats, heard);
  return seats.kind === 'bare' ? sitBare(seats, heard) : sitXmpp(seats, heard);
}

async function open(name: string, wanted: readonly Seats[]): Promise<void> {
  const rounds = new Rounds();
  const sittings: Sitting[] = [];
  for (const seats of wanted) sittings.push(await sit(seats, rounds.heard));
  tables.set(name, { rounds, sittings });
}

const AT_ONCE = 16;

/** They come in side by side, as a crowd does. */
async function hold(name: string, seats: Seats): Promise<void> {
  const rounds = tables.get(name)?.rounds ?? new Rounds();
  const arrivals = arrivalsOf(seats);
  const here: Sitting[] = [];
  const lane = async () => {
    for (let arrive = arrivals.pop(); arrive; arrive = arrivals.pop())
      here.push(quiet(await arrive(), rounds.heard));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  tables.set(name, { rounds, sittings: [...(tables.get(name)?.sittings ?? []), ...here] });
}

function arrivalsOf(seats: Seats): (() => Promise<Namespace>)[] {
  if (seats.kind === 'ours') return seats.consumers.map((one) => () => comeIn(seats, one));
  if (seats.kind === 'bare') return seats.rooms.map((room) => () => joinBare(seats.url, room));
  throw new Error('Nobody holds connections to that one');
}

/** Answers pings, and hears whatever comes. */
function quiet(namespace: Namespace, { failed }: Heard): Sitting {
  namespace.hear({ lost: failed });
  return { talks: [], close: () => namespace.close() };
}

function close(name: string): void {
  for (const sitting of tables.get(name)?.sittings ?? []) sitting.close();
  tables.delete(name);
}

async function run({ table, ms, perSecond }: Extract<Order, { do: 'run' }>): Promise<Run> {
  const found = tables.get(table);
  if (!found) throw new Error(`Nobody sits at ${table}`);
  const talks = found.sittings.flatMap((sitting) => sitting.talks);
  return found.rounds.run(talks, ms, perSecond);
}

async function follow(order: Order): Promise<Answer> {
  if (order.do === 'open') await open(order.table, order.seats);
  else if (order.do === 'hold') await hold(order.table, order.seats);
  else if (order.do === 'close') close(order.table);
  else return { run: await run(order) };
  return {};
}

process.on('message', (order: Order) => {
  follow(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
process.stdout.write('the driver is ready\n');
