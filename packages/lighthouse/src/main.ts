import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { z } from 'zod';
import { inBrowser } from './browser.ts';
import { type Figures, partNames, type Source } from './figures.ts';
import { missed } from './goals.ts';
import { type House, parts } from './parts.ts';
import { publish } from './publish.ts';
import { tableOf } from './table.ts';

const task = z.object({
  api: z.url(),
  shop: z.url(),
  workspace: z.url(),
  chromium: z.string(),
  parts: z.array(z.enum(partNames)),
  rounds: z.number().int().positive(),
  /** The folder of the documents that quote what was measured; without it nothing is written. */
  docs: z.string().optional(),
});
type Task = z.infer<typeof task>;

const say = (line: string) => process.stdout.write(`${line}\n`);
const installed = new URL(import.meta.resolve('lighthouse/package.json'));

const sourceOf = (rounds: number, browser: string): Source => ({
  date: new Date().toISOString().slice(0, 'yyyy-mm-dd'.length),
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  load: Number((loadavg()[0] ?? 0).toFixed(1)),
  browser,
  lighthouse: (JSON.parse(readFileSync(installed, 'utf8')) as { version: string }).version,
  rounds,
});

const measure = ({ chromium, rounds, ...wanted }: Task, house: House): Promise<Figures> =>
  inBrowser(chromium, async (browser) => {
    const source = sourceOf(rounds, await browser.version());
    const figures: Figures = {};
    for (const name of wanted.parts)
      figures[name] = { source, ...(await parts[name](browser, house, rounds)) };
    return figures;
  });

const { docs, ...asked } = task.parse(JSON.parse(process.argv[2] ?? '{}'));
const figures = await measure(asked, asked);
const misses = missed(figures);
say(`\n${tableOf(figures)}\n`);
for (const miss of misses) say(`Missed. ${miss}`);
if (docs !== undefined) publish(docs, figures);
process.exitCode = misses.length > 0 ? 1 : 0;
