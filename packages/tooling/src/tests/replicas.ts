import { findRedis, NO_REDIS } from '@countersign/database/redis';
import { freePort } from '@countersign/ports';
import { environment } from '../env.js';
import { Following, type Story } from '../follow/index.js';
import { findNginx } from '../https/index.js';
import { e2e } from './e2e.js';
import { add, none, type Tally } from './tally.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * A journey through several processes of the API, with PostgreSQL, Redis and a front of TLS. One message is followed by what
 * the processes export of it; `told` hears its story.
 */
export async function replicas(
  args: readonly string[] = [],
  told: (story: Story | undefined) => void = () => undefined,
): Promise<Tally> {
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
  const following = await Following.open();
  try {
    const tally = await e2e(['--config=replicas/playwright.config.ts', ...args], {
      httpsPort: await freePort(),
      replicas: 2,
      front: 'nginx',
      env: following.env,
      apiEnv: following.apiEnv,
    });
    const followed = following.tally();
    if (followed.failed === 0) told(following.story());
    return add(tally, followed);
  } finally {
    await following.close();
  }
}
