import pg from 'pg';
import { parentOf, processorOf } from './processor.js';

export type Cost = {
  /** Processor seconds. */
  readonly processor: number | undefined;
  readonly wal: number;
  readonly commits: number;
};

/** What PostgreSQL has done until now, for differences. */
export class Ledger {
  private constructor(
    readonly client: pg.Client,
    private readonly postmaster: number,
  ) {}

  static async open(admin: string): Promise<Ledger> {
    const client = new pg.Client({ connectionString: admin });
    // A server that goes away is noticed by whoever asks next.
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return new Ledger(client, parentOf(rows[0]?.pid ?? 0));
  }

  async read(): Promise<Cost> {
    // Counters of transactions are told late unless they are asked for in a transaction of their own.
    const { rows } = await this.client.query<{ wal: string; commits: string }>(`
      SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS wal, sum(xact_commit) AS commits
      FROM pg_stat_database`);
    const [{ wal, commits } = { wal: '0', commits: '0' }] = rows;
    return { processor: processorOf(this.postmaster), wal: Number(wal), commits: Number(commits) };
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
