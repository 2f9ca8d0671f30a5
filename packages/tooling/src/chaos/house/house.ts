import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@countersign/ports';
import { environment } from '../../env.js';
import { ApiProcess } from './api-process.js';
import { Disk } from './disk.js';
import { Pipe } from './pipe.js';
import { Server } from './server.js';
import { Stream } from './stream.js';

export const WORKSPACE = 'http://localhost:4300';
/** Limits are of addresses, and everybody here comes from one. */
const NO_LIMIT = '100000000';

/** One process of the API, and its own lines to what it needs. */
export type Member = {
  readonly process: ApiProcess;
  readonly toDatabase: Pipe;
  readonly toRedis: Pipe | undefined;
};

/** A whole service of its own, behind one address, of which every part can be broken. */
export class ChaosHouse {
  private constructor(
    readonly url: string,
    readonly operatorKey: string,
    readonly disk: Disk,
    readonly database: Server,
    readonly redis: Stream | undefined,
    readonly members: readonly Member[],
    private readonly front: Pipe,
    readonly logs: string,
  ) {}

  /** Without Redis it has one process. `more`: what else each of them is told. */
  static async start(
    processes: number,
    more: (index: number) => Readonly<Record<string, string>> = () => ({}),
  ): Promise<ChaosHouse> {
    const disk = Disk.make();
    const logs = join(environment.dataDir, 'chaos');
    rmSync(logs, { recursive: true, force: true });
    mkdirSync(logs, { recursive: true });
    const database = await Server.start(join(disk.path, 'database'));
    const redis = await Stream.start();
    const count = redis ? processes : 1;
    const ports: number[] = [];
    while (ports.length < count) ports.push(await freePort());
    const front = await Pipe.to(ports);
    const url = `http://localhost:${front.port}`;
    const operatorKey = `op_${randomBytes(24).toString('base64url')}`;
    const shared = settings(url, operatorKey);
    const members = await Promise.all(
      ports.map((port, index) =>
        memberOf({ index, port, database, redis, folder: logs, shared: { ...shared, ...more(index) } }),
      ),
    );
    const house = new ChaosHouse(url, operatorKey, disk, database, redis, members, front, logs);
    try {
      await house.ready();
    } catch (error) {
      await house.close();
      throw error;
    }
    return house;
  }

  /** How processes ended that nobody had told to. */
  get falls(): readonly string[] {
    return this.members.flatMap(({ process }) => process.falls);
  }

  forgetFalls(): void {
    for (const { process } of this.members) process.falls.length = 0;
  }

  async ready(): Promise<void> {
    await Promise.all(this.members.map(({ process }) => process.ready()));
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map(({ process }) => process.stop()));
    await this.front.close();
    for (const { toDatabase, toRedis } of this.members) {
      await toDatabase.close();
      await toRedis?.close();
    }
    await this.redis?.stop();
    await this.database.stop();
    this.disk.remove();
  }
}

const settings = (url: string, operatorKey: string) => ({
  HOST: '127.0.0.1',
  PUBLIC_URL: url,
  WORKSPACE_URL: WORKSPACE,
  MASTER_KEY: randomBytes(32).toString('base64'),
  OPERATOR_KEY: operatorKey,
  NODE_ENV: 'production',
  COUNTERSIGN_DEMO: '1',
  RATE_LIMIT_PER_MINUTE: NO_LIMIT,
});

async function memberOf(made: {
  readonly index: number;
  readonly port: number;
  readonly database: Server;
  readonly redis: Stream | undefined;
  readonly folder: string;
  readonly shared: Readonly<Record<string, string>>;
}): Promise<Member> {
  const { database, redis, shared, index, port, folder } = made;
  const toDatabase = await Pipe.to([database.port]);
  const toRedis = redis && (await Pipe.to([redis.port]));
  const url = new URL(database.apiUrl);
  url.port = String(toDatabase.port);
  const env = {
    ...shared,
    DATABASE_URL: url.href,
    ...(toRedis ? { REDIS_URL: `redis://127.0.0.1:${toRedis.port}` } : {}),
  };
  const process = new ApiProcess({ name: `api-${index + 1}`, port, folder, env });
  process.launch();
  return { process, toDatabase, toRedis };
}
