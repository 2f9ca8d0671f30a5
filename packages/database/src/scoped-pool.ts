import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** What row-level security compares `brand_id` with: `current_setting('countersign.brand', true)`. */
const SET_BRAND = { name: 'countersign.brand', text: "SELECT set_config('countersign.brand', $1, false)" };

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (error?: Error | boolean) => void,
) => void;

/**
 * A pool whose connections are of one brand at a time. What is asked within a brand runs on a connection that the
 * database knows to be of that brand; what is asked outside of any, on one that is of none.
 *
 * Each connection remembers whose it was last: it is told anew only when it changes hands.
 */
export class ScopedPool extends pg.Pool {
  private readonly brand = new AsyncLocalStorage<string>();
  /** Told how long each question waited for its connection, while somebody keeps figures. */
  onWaited: ((ms: number) => void) | undefined;
  private readonly told = new WeakMap<pg.PoolClient, string>();

  constructor(config?: pg.PoolConfig) {
    super(config);
    // The pool listens while a connection lies in it, and whoever has it while they ask. What ends it in between would
    // end the process: the next question on it fails, and that is soon enough.
    this.on('connect', (client) => client.on('error', () => undefined));
  }

  within<Result>(brandId: string, work: () => Promise<Result>): Promise<Result> {
    return this.brand.run(brandId, work);
  }

  // `query` of the base class comes by here too.
  override connect(): Promise<pg.PoolClient>;
  override connect(connected: Connected): void;
  override connect(connected?: Connected): Promise<pg.PoolClient> | undefined {
    const client = this.hand(this.brand.getStore() ?? '');
    if (!connected) return client;
    client.then(
      (given) => connected(undefined, given, given.release.bind(given)),
      (error: Error) => connected(error, undefined, () => undefined),
    );
    return undefined;
  }

  private async waitFor(): Promise<pg.PoolClient> {
    const { onWaited } = this;
    if (!onWaited) return super.connect();
    const begun = performance.now();
    const client = await super.connect();
    onWaited(performance.now() - begun);
    return client;
  }

  private async hand(brandId: string): Promise<pg.PoolClient> {
    const client = await this.waitFor();
    if (isInTransaction(client)) {
      client.release(true);
      return this.hand(brandId);
    }
    if (this.told.get(client) === brandId) return client;
    try {
      await client.query({ ...SET_BRAND, values: [brandId] });
      this.told.set(client, brandId);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

/** Left open by whoever had it before: what is told inside would be taken back with it, and nobody would know. */
const isInTransaction = (client: pg.PoolClient): boolean => {
  const status = client.getTransactionStatus();
  return status !== null && status !== 'I';
};
