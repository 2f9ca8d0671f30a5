import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startMockIdp } from '../src/index.js';

const index = new URL('../dist/index.js', import.meta.url).href;

/** Runs a program that uses the built stand-in, and answers how it ended, if it did so by itself. */
async function run(program: string): Promise<{ code: number | null; signal: string | null; output: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const giveUp = setTimeout(() => child.kill(), 20_000);
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearTimeout(giveUp);
  return { code, signal, output };
}

const visit = `
  const get = (url) => fetch(url).then((response) => response.text());
  await get(idp.url + '/google/.well-known/openid-configuration');
  await get(idp.url + '/t/worker/google/oauth2/v3/certs');
  await get(idp.url + '/google/o/oauth2/v2/auth?client_id=none');
`;

test('a process ends by itself once the stand-in is closed', async () => {
  const ended = await run(`
    import { startMockIdp } from '${index}';
    const idp = await startMockIdp();
    ${visit}
    await idp.close();
    process.stdout.write('closed');`);
  expect(ended).toEqual({ code: 0, signal: null, output: 'closed' });
});

test('so does one that disposes of it, while an answer is still being held back', async () => {
  const ended = await run(`
    import { startMockIdp } from '${index}';
    let pending;
    {
      await using idp = await startMockIdp();
      ${visit}
      const body = JSON.stringify({ issuer: 'google', fault: 'keys-slow', options: { delayMs: 60000 } });
      await fetch(idp.url + '/control/faults', { method: 'POST', body });
      pending = fetch(idp.url + '/google/oauth2/v3/certs').catch(() => 'cut off');
      await fetch(idp.url + '/health');
    }
    await pending;
    process.stdout.write('disposed');`);
  expect(ended).toEqual({ code: 0, signal: null, output: 'disposed' });
});

test('two run at once, and one that is closed twice is closed', async () => {
  const [one, other] = await Promise.all([startMockIdp(), startMockIdp()]);
  expect(one.port).not.toBe(other.port);
  await one.close();
  await one.close();
  expect((await fetch(`${other.url}/health`)).status).toBe(200);
  await other.close();
  await expect(fetch(`${other.url}/health`)).rejects.toThrow();
});
