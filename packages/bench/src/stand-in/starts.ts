import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@countersign/ports';
import { surroundings } from '../env.js';
import { inTurn } from '../measure/rounds.js';
import { type Spread, spreadOf } from '../measure/statistics.js';

/** A provider that is started from nothing, by the command a person would use. */
type Starter = {
  readonly name: string;
  readonly args: (port: number) => readonly string[];
  readonly discovery: string;
};

export type StartsResult = {
  readonly measured: readonly {
    readonly name: string;
    /** From the start of the process to the last byte of its first discovery answer. */
    readonly ms: Spread;
    /** By the fastest rival of the same round: under 1 is faster. */
    readonly ratio: Spread;
  }[];
};

const wellKnown = '/.well-known/openid-configuration';
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const starters = (): readonly Starter[] => [
  {
    name: 'the stand-in',
    args: () => [here('../../../../apps/mock-idp/bin/countersign-mock-idp.mjs')],
    discovery: `/google${wellKnown}`,
  },
  {
    name: 'oauth2-mock-server 9.3.0',
    args: (port) => [
      here('../../node_modules/oauth2-mock-server/dist/oauth2-mock-server.mjs'),
      ...['-a', '127.0.0.1', '-p', String(port)],
    ],
    discovery: wellKnown,
  },
  {
    name: 'emulate 0.12.2, Google only',
    args: (port) => [
      here('../../node_modules/emulate/dist/index.js'),
      ...['start', '--service', 'google', '--port', String(port)],
    ],
    discovery: wellKnown,
  },
  { name: 'bare oidc-provider', args: () => [here('./bare-provider.js')], discovery: wellKnown },
];

/** One attempt at the document. */
const asked = (port: number, path: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const trial = request({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode));
    });
    trial.once('error', () => resolve(undefined)).end();
  });

async function start({ name, args, discovery }: Starter): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, args(port), {
    env: { ...surroundings, PORT: String(port), NODE_ENV: 'development' },
    stdio: 'ignore',
  });
  try {
    for (;;) {
      const status = await asked(port, discovery);
      if (status === 200) return performance.now() - begun;
      if (child.exitCode !== null || status !== undefined)
        throw new Error(`${name} did not start: exit ${child.exitCode}, answered ${status}`);
      // The other core is wanted by whoever starts.
      await pause(1);
    }
  } finally {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
}

/** Everybody in every round, so that whatever the machine does meanwhile is done to all. */
export async function starts({ rounds }: { readonly rounds: number }): Promise<StartsResult> {
  const all = starters();
  const taken = new Map(all.map((one) => [one, [] as number[]]));
  for (let round = 0; round < rounds; round++)
    for (const one of inTurn(all, round)) taken.get(one)?.push(await start(one));
  const [, ...rivals] = all.map((one) => taken.get(one) ?? []);
  // oidc-provider is what we are made of, no rival: it stands there for the record.
  const fastest = (round: number) => Math.min(...rivals.slice(0, 2).map((times) => times[round] ?? Infinity));
  return {
    measured: all.map((one) => {
      const times = taken.get(one) ?? [];
      return {
        name: one.name,
        ms: spreadOf(times),
        ratio: spreadOf(times.map((time, round) => time / fastest(round))),
      };
    }),
  };
}
