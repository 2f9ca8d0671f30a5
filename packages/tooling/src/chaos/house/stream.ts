import { connect } from 'node:net';
import { findRedis, type Redis, startRedis } from '@countersign/database/redis';
import { freePort } from '@countersign/ports';

/** A Redis of its own, that keeps nothing: what it forgets, it forgets. */
export class Stream {
  private constructor(
    readonly port: number,
    private redis: Redis,
  ) {}

  /** Undefined where there is no redis-server. */
  static async start(): Promise<Stream | undefined> {
    if ((await findRedis()) === undefined) return undefined;
    const port = await freePort();
    return new Stream(port, await startRedis({ port }));
  }

  stop(): Promise<void> {
    return this.redis.stop();
  }

  async kill(): Promise<void> {
    if (this.redis.pid) process.kill(this.redis.pid, 'SIGKILL');
    await this.redis.stop();
  }

  async startAgain(): Promise<void> {
    this.redis = await startRedis({ port: this.port });
  }

  async flush(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
      socket.once('error', reject);
      socket.once('data', () => {
        socket.destroy();
        resolve();
      });
    });
  }
}
