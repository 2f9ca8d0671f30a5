import { findRedis, NO_REDIS } from '@countersign/database/redis';
import { freePort } from '@countersign/ports';
import { environment } from '../env.js';
import { findNginx } from '../https/index.js';
import { e2e } from './e2e.js';
import { none, type Tally } from './tally.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** A journey through several processes of the API, with PostgreSQL, Redis and a front of TLS. */
export async function replicas(args: readonly string[] = []): Promise<Tally> {
  if (environment.redisUrl === undefined && (await findRedis()) === undefined) {
    say(NO_REDIS);
    return none;
  }
  const nginx = findNginx();
  say(
    nginx
      ? `Before the processes stands ${nginx}.`
      : 'There is no nginx here: our own front stands before the processes.',
  );
  return e2e(['--config=replicas/playwright.config.ts', ...args], {
    httpsPort: await freePort(),
    replicas: 2,
    front: 'nginx',
  });
}
