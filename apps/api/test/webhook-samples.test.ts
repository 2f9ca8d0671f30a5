import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@countersign/ports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSigningSecret, signed } from '../dist/outbound/signed.js';

const document = 'webhooks';
const guide = new URL(`../../../docs/guide/${document}.md`, import.meta.url);
/** Within this room: a sample imports what a reader would install. */
const room = fileURLToPath(new URL('.', import.meta.url));
const secret = newSigningSecret();
const body = JSON.stringify({
  type: 'conversation.opened',
  timestamp: new Date().toISOString(),
  data: { n: 'ü' },
});
let folder: string;

const sample = async (language: string): Promise<string> => {
  const [, code = ''] = (await readFile(guide, 'utf8')).split(`\`\`\`${language} run=service\n`);
  return code.slice(0, code.indexOf('```'));
};
const headers = () => signed({ id: 'evt_1', at: new Date(), body }, [newSigningSecret(), secret]);

beforeAll(async () => {
  folder = await mkdtemp(join(room, '.sample-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function listening(child: ChildProcess, url: string): Promise<void> {
  const up = () =>
    fetch(url).then(
      () => true,
      () => false,
    );
  await expect.poll(async () => child.exitCode !== null || (await up()), { timeout: 20_000 }).toBe(true);
}

test('the guide’s receiver in Node takes what the service signs, and refuses what was changed', async () => {
  const path = join(folder, 'receiver.mjs');
  await writeFile(path, await sample('js'));
  const port = await freePort();
  const env = { PATH: process.env['PATH'] ?? '', PORT: String(port), WEBHOOK_SECRET: secret };
  const child = spawn(process.execPath, [path], { env, stdio: 'ignore' });
  const url = `http://localhost:${port}`;
  await listening(child, url);
  const post = async (sent: string) =>
    (await fetch(url, { method: 'POST', headers: headers(), body: sent })).status;
  expect([await post(body), await post(body.replace('opened', 'closed'))]).toEqual([204, 400]);
  child.kill();
  await once(child, 'close');
});

const python = spawnSync('python3', ['--version']).status === 0;

test.runIf(python)(
  'the guide’s check in Python takes what the service signs, and refuses what was changed',
  async () => {
    const path = join(folder, 'verify.py');
    const drive =
      'import json, sys\ngiven = json.load(sys.stdin)\nverify(given["secret"], given["headers"], given["body"].encode())\n';
    await writeFile(path, `${await sample('python')}\n${drive}`);
    const run = (sent: string) => {
      const input = JSON.stringify({ secret, headers: headers(), body: sent });
      return spawnSync('python3', [path], { input, encoding: 'utf8' });
    };
    expect(run(body)).toMatchObject({ status: 0 });
    expect(run(`${body} `).stderr).toContain('not signed by this secret');
  },
);
