import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type StartArguments = {
  readonly help: boolean;
  readonly reset: boolean;
  readonly quiet: boolean;
  readonly ci: boolean;
  readonly https: boolean;
  /** How many processes of the API: with one nothing stands between. */
  readonly replicas: number;
  /** What stands before them. */
  readonly front: 'nginx' | 'own';
  /** A file of brands, as an absolute path. */
  readonly config: string | undefined;
};

export const help = `npm start -- [options]

  --config FILE   makes the brands, connections, clients, people and agents FILE names (YAML or JSON)
  --ci            for end-to-end tests: nothing of the demo, a clock that tests move, and one line of JSON on
                  standard output once all is ready. Needs --config. What was there before is forgotten
  --https         everything over HTTPS, on names of its own; npm run https says how a browser trusts them
  --replicas N    so many processes of the API behind the front of --https, with a Redis between them: npm run house
  --front KIND    what stands before them: nginx, where it is found, or own. nginx for --replicas, own otherwise
  --reset         starts over: forgets the data of the last start
  --quiet         logs warnings and errors only
  --help          this

The environment says where: COUNTERSIGN_PORTS, COUNTERSIGN_DATA, DATABASE_URL and more, in docs/guide/running.md.
What a file may say, and how to run it in CI: docs/guide/end-to-end-in-ci.md.
`;

const options = {
  help: { type: 'boolean', default: false },
  reset: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  ci: { type: 'boolean', default: false },
  https: { type: 'boolean', default: false },
  config: { type: 'string' },
  replicas: { type: 'string', default: '1' },
  front: { type: 'string' },
} as const;

/** More would take more memory than a laptop has, and more connections than PostgreSQL gives. */
const MOST_REPLICAS = 8;

function replicasFrom(given: string, https: boolean): number {
  const count = Number(given);
  if (!Number.isInteger(count) || count < 1 || count > MOST_REPLICAS)
    throw new Error(`--replicas is a number from 1 to ${MOST_REPLICAS}, for example --replicas 2.`);
  if (count > 1 && !https)
    throw new Error(
      '--replicas needs a front before them: npm start -- --https --replicas 2, or npm run house.',
    );
  return count;
}

function frontFrom(given: string | undefined, replicas: number): 'nginx' | 'own' {
  const front = given ?? (replicas > 1 ? 'nginx' : 'own');
  if (front !== 'nginx' && front !== 'own') throw new Error('--front is nginx or own.');
  return front;
}

/** @param from the folder a path is meant from */
export function readArguments(args: readonly string[], from: string): StartArguments {
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const { config } = values;
  if (values.ci && config === undefined)
    throw new Error('--ci needs --config FILE: without it there is no brand to test.');
  if (values.ci && values.https)
    throw new Error(
      '--https is for the demo: a house of --ci has plain addresses. Leave one of the two out.',
    );
  if (config === '') throw new Error('--config needs a file.');
  const replicas = replicasFrom(values.replicas, values.https);
  return {
    ...values,
    replicas,
    front: frontFrom(values.front, replicas),
    config: config === undefined || isAbsolute(config) ? config : resolve(from, config),
  };
}
