import { createPrisma } from '@countersign/database';
import { startRedis } from '@countersign/database/redis';
import { freePort } from '@countersign/ports';
import { environment, freshDatabase, type House, OPERATOR_KEY } from '../../house/house.js';
import { Operator } from '../../house/operator.js';
import { ApiProcess } from '../../house/process.js';
import { Balancer } from './balancer.js';

export type Stored = {
  readonly conversation: string;
  readonly number: number;
  readonly text: string;
};

/** Several API processes that share a PostgreSQL and a Redis, behind one address; each can be started anew. */
export class Fleet {
  private readonly processes: ApiProcess[] = [];

  private constructor(
    readonly house: House,
    private readonly environments: readonly Record<string, string>[],
    private readonly adminUrl: string,
    private readonly endings: readonly (() => Promise<unknown>)[],
  ) {}

  static async start(count: number): Promise<Fleet> {
    const [fresh, redis, front] = await Promise.all([freshDatabase(), startRedis(), freePort()]);
    const ports: number[] = [];
    while (ports.length < count) ports.push(await freePort());
    const shared = { ...environment(front, fresh.url), REDIS_URL: redis.url, LOG_LEVEL: 'info' };
    const balancer = await Balancer.before(ports, front);
    const url = `http://localhost:${front}`;
    const house = { url, operator: new Operator(url, OPERATOR_KEY), now: () => new Date() };
    const fleet = new Fleet(
      // Only what a brand is made with; the clock and the rows of another process are out of reach.
      house as unknown as House,
      ports.map((port, index) => ({ ...shared, PORT: String(port), PROCESS_NAME: `api-${index + 1}` })),
      fresh.adminUrl,
      [() => balancer.close(), () => redis.stop(), () => fresh.drop()],
    );
    await Promise.all(ports.map((_, index) => fleet.launch(index)));
    return fleet;
  }

  get size(): number {
    return this.environments.length;
  }

  /** Ends one, starts it again, and answers with what it said in the end when the new one takes visitors. */
  async restart(
    index: number,
    signal: 'SIGTERM' | 'SIGKILL',
  ): Promise<{ code: number | null; output: string }> {
    const old = this.processes[index];
    if (!old) throw new Error(`There is no process ${index}.`);
    old.signal(signal);
    const code = await old.exit;
    await this.launch(index);
    return { code, output: old.output };
  }

  /** Every line that somebody wrote, as it lies in the database. */
  async stored(): Promise<readonly Stored[]> {
    const database = createPrisma(this.adminUrl);
    try {
      return await database.$queryRaw<Stored[]>`
        SELECT conversation_id::text AS conversation, number, text FROM messages
        WHERE "from" IN ('consumer', 'agent') ORDER BY conversation_id, number`;
    } finally {
      await database.$disconnect();
    }
  }

  async close(): Promise<void> {
    for (const one of this.processes) one.signal('SIGKILL');
    await Promise.all(this.processes.map(({ exit }) => exit));
    for (const end of this.endings) await end();
  }

  private async launch(index: number): Promise<void> {
    const process = ApiProcess.start(this.environments[index] ?? {});
    this.processes[index] = process;
    await process.ready();
  }
}
