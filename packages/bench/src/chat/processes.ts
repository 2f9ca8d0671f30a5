import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { cpus } from 'node:os';
import { findRedis, NO_REDIS, startRedis } from '@countersign/database/redis';
import { openDatabase } from '../sessions/database.js';
import { startApi } from '../sessions/services.js';
import { makeSigningKey } from '../verify/signing.js';
import { type Contender, type OurHouse, ours } from './contenders.js';
import { contest, type Pace, type Row } from './contest.js';
import { Driver } from './driver.js';
import { Ledger } from './ledger.js';
import { Running } from './running.js';

export type ProcessesAmounts = Pace & { readonly conversations: number };
export type ProcessesResult = {
  readonly cores: number;
  readonly row?: Row;
  /** What reached Redis, for one message of two processes. */
  readonly redisBytes?: number;
  readonly absent?: string;
};

/** Of one process, where each has a core, and PostgreSQL and the driver have theirs. */
export const LEAST_OF_TWO = 1.6;
export const CORES_FOR_TWO = 4;

/** Bytes that Redis has received since it started. */
async function receivedBy(url: string): Promise<number> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write('INFO stats\r\n');
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return Number(/total_net_input_bytes:(\d+)/.exec(chunk.toString())?.[1]);
}

/** Half of the conversations come in at each; their agents sit at the other one, so every message crosses. */
function two(one: OurHouse, other: OurHouse): Contender {
  const [here, there] = [ours({ ...one, other: other.service }), ours({ ...other, other: one.service })];
  return {
    name: 'two processes and Redis',
    pids: here.pids,
    settle: async () => here.settle?.(),
    seats: async (conversations) => {
      const half = Math.ceil(conversations / 2);
      return [...(await here.seats(half)), ...(await there.seats(conversations - half))];
    },
  };
}

/** Two processes that hear of each other by Redis, beside one that needs nobody. */
export async function processes({ conversations, ...pace }: ProcessesAmounts): Promise<ProcessesResult> {
  const cores = cpus().length;
  if ((await findRedis()) === undefined) return { cores, absent: NO_REDIS };
  const running = new Running();
  try {
    const database = running.keep(await openDatabase());
    const ledger = await Ledger.open(database.admin);
    running.keep({ stop: () => ledger.close() });
    const redis = running.keep(await startRedis());
    const key = await makeSigningKey('RS256');
    const shared = { MASTER_KEY: randomBytes(32).toString('base64') };
    const start = async (environment: Readonly<Record<string, string>>): Promise<OurHouse> => {
      const service = running.keep(await startApi(database.url, { environment }));
      return { service, key, admin: ledger.client };
    };
    const alone = await start(shared);
    const together = { ...shared, REDIS_URL: redis.url };
    const both = two(await start(together), await start(together));
    const driver = running.keep(await Driver.start());
    const before = await receivedBy(redis.url);
    const contenders = [ours(alone, 'one process'), both];
    const row = await contest({ driver, ledger }, contenders, conversations, pace);
    const said = ((row.carried[1]?.perSecond.median ?? 0) * ((pace.rounds + 1) * pace.ms)) / 1_000;
    return { cores, row, redisBytes: ((await receivedBy(redis.url)) - before) / said };
  } finally {
    await running.stop();
  }
}
