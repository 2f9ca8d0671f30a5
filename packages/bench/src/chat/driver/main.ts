/** Everybody who writes and everybody who reads, for all contenders: a process of its own, told what to do by the bench. */
import type { Answer, Order, Run, Seats } from '../wire.js';
import { sitBare } from './bare.js';
import { sitOurs } from './ours.js';
import { Rounds } from './run.js';
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
