import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@countersign/ports';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { until } from '../chaos/house/until.js';
import { environment } from '../env.js';
import { FOLDER } from './questions.js';

const PATIENCE_MS = 30_000;

const vector = z.object({
  data: z.object({ result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })) }),
});
const names = z.object({ data: z.array(z.string()) });
const ruled = z.object({
  data: z.object({
    groups: z.array(
      z.object({ rules: z.array(z.object({ name: z.string(), health: z.string(), state: z.string() })) }),
    ),
  }),
});
const config = z.looseObject({
  scrape_configs: z.array(z.looseObject({ static_configs: z.array(z.looseObject({})) })),
});

/** The file of the project, with these processes to read instead of those of the containers, and each second. */
function configOf(targets: readonly string[]): string {
  const file = config.parse(parse(readFileSync(join(FOLDER, 'prometheus.yml'), 'utf8')));
  const scrapes = file.scrape_configs.map((scrape) => ({ ...scrape, static_configs: [{ targets }] }));
  return stringify({
    ...file,
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: [join(FOLDER, 'alerts.yml')],
    scrape_configs: scrapes,
  });
}

/** A Prometheus that runs for as long as somebody asks it. */
export class Prometheus {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
    private readonly folder: string,
  ) {}

  static async start(program: string, targets: readonly string[]): Promise<Prometheus> {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-prometheus-'));
    writeFileSync(join(folder, 'prometheus.yml'), configOf(targets));
    const address = `127.0.0.1:${await freePort()}`;
    const args = [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
      '--log.level=error',
    ];
    const child = spawn(program, args, {
      env: environment.inherited,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const prometheus = new Prometheus(child, `http://${address}`, folder);
    const reads = async () => {
      const read = await prometheus.ask('sum(up)').catch(() => []);
      return read[0] === targets.length;
    };
    if (await until(reads, PATIENCE_MS)) return prometheus;
    await prometheus.stop();
    throw new Error(`Prometheus reads nothing of ${targets.join(', ')}.`);
  }

  /** The values a question has now; what is no number is none. */
  async ask(query: string): Promise<number[]> {
    const { data } = vector.parse(await this.get(`query?${new URLSearchParams({ query })}`));
    return data.result.map(({ value: [, text] }) => Number(text)).filter(Number.isFinite);
  }

  /** Each rule: whether it can be evaluated, and what it says. */
  async rules(): Promise<{ name: string; health: string; state: string }[]> {
    return ruled.parse(await this.get('rules')).data.groups.flatMap((group) => group.rules);
  }

  async names(): Promise<ReadonlySet<string>> {
    return new Set(names.parse(await this.get('label/__name__/values')).data);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    if (this.child.exitCode === null && this.child.kill('SIGTERM')) await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async get(path: string): Promise<unknown> {
    const response = await fetch(`${this.url}/api/v1/${path}`);
    if (!response.ok) throw new Error(`Prometheus refused ${path}: ${await response.text()}`);
    return response.json();
  }
}
