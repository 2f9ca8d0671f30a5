import { readFileSync, writeFileSync } from 'node:fs';
import { freePort } from '@countersign/ports';
import { inRoot } from '../paths.js';
import { e2e } from './e2e.js';
import { add, oneFailed, onePassed, type Tally } from './tally.js';
import { differences, withTable } from './windows-table.js';

const document = inRoot('docs/windows.md');
const config = '--config=cross-site/playwright.config.ts';

type Report = { readonly tally: Tally; readonly text: string };

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Report> {
  let text = '{}';
  const tally = await e2e([config, ...args], {
    env,
    httpsPort: await freePort(),
    browser: 'whole',
    read: (report) => {
      text = readFileSync(report, 'utf8');
    },
  });
  return { tally, text };
}

/** Of journeys that show one rule by several flows and browsers some; what they show must stand in the table. */
async function inShort(): Promise<Tally> {
  const { tally, text } = await run([], { IN_SHORT: '1' });
  if (tally.failed > 0) return tally;
  const found = differences(readFileSync(document, 'utf8'), JSON.parse(text));
  for (const one of found) process.stderr.write(`docs/windows.md says otherwise: ${one}\n`);
  return add(tally, found.length === 0 ? onePassed : oneFailed('docs/windows.md', found.join('\n')));
}

/**
 * Brand, service and provider as three sites over HTTPS; and whether the table in the docs says what came of it.
 * With `--short` it is the selection that `npm test` runs.
 */
export async function crossSite(args: readonly string[] = []): Promise<Tally> {
  if (args.includes('--short')) return inShort();
  const { tally, text } = await run(args);
  // Of a part of the journeys no whole table is made, nor of journeys that failed.
  if (args.length > 0 || tally.failed > 0) return tally;
  const current = readFileSync(document, 'utf8');
  if (withTable(current, JSON.parse(text)) === current) return add(tally, onePassed);
  const why = 'It differs from what the tests show: npm run windows-table';
  process.stderr.write(`docs/windows.md: ${why}\n`);
  return add(tally, oneFailed('docs/windows.md', why));
}

/** Runs the journeys, and writes into the docs what came of them. */
export async function windowsTable(): Promise<Tally> {
  const { tally, text } = await run([]);
  if (tally.failed > 0) return tally;
  writeFileSync(document, withTable(readFileSync(document, 'utf8'), JSON.parse(text)));
  process.stdout.write('docs/windows.md is written.\n');
  return tally;
}
