import { fileURLToPath } from 'node:url';
import { freePort } from '@countersign/ports';
import { Pool } from 'undici';
import { Program } from '../sessions/program.js';
import { client } from './client.js';
import type { Party } from './login.js';

const script = (name: string): string => fileURLToPath(new URL(`./${name}.js`, import.meta.url));

/** How many logins are on their way at a time. */
export const AT_ONCE = 8;

export type Provider = { readonly name: string; readonly party: Party; readonly program: Program };

async function started(
  name: string,
  file: string,
  ready: string,
  paths: Pick<Party, 'authorization' | 'token'>,
): Promise<Provider> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const environment = { PORT: String(port), NODE_ENV: 'production' };
  const program = await Program.start(script(file), environment, ready, ['--expose-gc']);
  const pool = new Pool(origin, { connections: AT_ONCE, pipelining: 1 });
  const choice = `account=${client.person}`;
  return { name, program, party: { ...client, ...paths, pool, origin, choice } };
}

export const startBareProvider = (): Promise<Provider> =>
  started('bare oidc-provider', 'bare-provider', 'the bare provider is ready', {
    authorization: '/auth',
    token: '/token',
  });

export const startOurs = (): Promise<Provider> =>
  started('the stand-in, /google', 'our-provider', 'the stand-in is ready', {
    authorization: '/google/o/oauth2/v2/auth',
    token: '/google/token',
  });

export async function stop({ party, program }: Provider): Promise<void> {
  await party.pool.close();
  await program.stop();
}
