import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findPrometheus, NO_PROMETHEUS } from '../src/observe/programs.js';
import { alertQuestions, dashboardQuestions, FOLDER, figuresIn, filled } from '../src/observe/questions.js';
import { inRoot } from '../src/paths.js';

const read = (path: string): string => readFileSync(inRoot(path), 'utf8');
const catalogue = read('apps/api/src/telemetry/catalogue.ts');
const ofProcess = read('apps/api/src/telemetry/process-figures.ts');
const guide = read('docs/operations/observability.md');
const programs = findPrometheus();

/** As the catalogue has it, without what Prometheus puts behind. */
const isMeasured = (figure: string): boolean => {
  if (figure === 'up') return true;
  if (!figure.startsWith('countersign_')) return ofProcess.includes(`'${figure}'`);
  const name = figure.slice('countersign_'.length).replace(/(_seconds)?(_total|_bucket|_sum|_count)?$/, '');
  return new RegExp(`^ {2}${name}: \\{`, 'm').test(catalogue);
};

test.each([...dashboardQuestions(), ...alertQuestions()])(
  '$title asks for what is measured: $expr',
  ({ expr }) => {
    expect(figuresIn(expr).length).toBeGreaterThan(0);
    expect(figuresIn(expr).filter((figure) => !isMeasured(figure))).toEqual([]);
    expect(filled(expr, '30s')).not.toContain('$');
  },
);

test('a figure that nobody measures would be found', () => {
  expect(
    ['countersign_message_ack_seconds_bucket', 'countersign_message_sent_total'].map(isMeasured),
  ).toEqual([true, false]);
});

test.each(alertQuestions())('$title has its paragraph, and leads there', ({ title }) => {
  expect(guide).toContain(`\n### ${title}\n`);
  expect(read('deploy/observability/alerts.yml')).toContain(
    `runbook: docs/operations/observability.md#${title.toLowerCase()}\n`,
  );
});

test('Prometheus reads in the containers what each process of the API offers there', () => {
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
    services: Record<string, { environment?: Record<string, string> }>;
  };
  const ports = ['api-1', 'api-2'].map((name) => services[name]?.environment?.['METRICS_PORT']);
  const config = parse(read('deploy/observability/prometheus.yml')) as {
    scrape_configs: { static_configs: { targets: string[] }[] }[];
  };
  const targets = config.scrape_configs.flatMap((scrape) =>
    scrape.static_configs.flatMap((one) => one.targets),
  );
  expect(targets).toEqual(ports.map((port) => `place:${port}`));
});

test.skipIf(!programs)(`the alerts hold their tests${programs ? '' : ` (skipped: ${NO_PROMETHEUS})`}`, () => {
  const run = (...args: string[]) =>
    execFileSync(programs?.promtool ?? '', args, { cwd: FOLDER, encoding: 'utf8' });
  expect(run('check', 'config', 'prometheus.yml')).toContain('SUCCESS');
  expect(run('test', 'rules', 'alerts.test.yml')).toContain('SUCCESS');
});
