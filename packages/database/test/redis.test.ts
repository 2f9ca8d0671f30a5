import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { findRedis, openRedis, startRedis } from '../dist/redis/index.js';

const has = (await findRedis()) !== undefined;

const portOf = ({ url }: { url: string }) => Number(new URL(url).port);
const say = (port: number, line: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${line}\r\n`));
    socket.once('data', (chunk) => {
      socket.destroy();
      resolve(chunk.toString());
    });
    socket.once('error', reject);
  });

describe.runIf(has)('a Redis of one’s own', () => {
  test('it answers at a free port, and takes its folder with it', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('countersign-redis-'));
    const redis = await startRedis();
    expect(await say(portOf(redis), 'PING')).toContain('PONG');
    await redis.stop();
    await expect(say(portOf(redis), 'PING')).rejects.toThrow('ECONNREFUSED');
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('countersign-redis-'));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });

  test('with a file it knows again what it was told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const first = await startRedis({ folder, appendOnly: true });
    await say(portOf(first), 'SET known yes');
    await first.stop();
    expect(existsSync(folder)).toBe(true);
    const second = await startRedis({ folder, appendOnly: true });
    onTestFinished(() => second.stop());
    expect(await say(portOf(second), 'GET known')).toContain('yes');
  });

  test('a taken port is told in its own words', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.stop());
    await expect(startRedis({ port: portOf(redis), folder: tmpdir() })).rejects.toThrow('in use');
  });

  test('whoever started it hears when it is killed', async () => {
    const lost = vi.fn<(message: string) => void>();
    const redis = await startRedis({ onLost: lost });
    process.kill(redis.pid ?? 0, 'SIGKILL');
    await expect.poll(() => lost.mock.calls.length).toBe(1);
    await redis.stop();
  });
});

test('REDIS_URL from outside takes its place', async () => {
  vi.stubEnv('REDIS_URL', 'redis://elsewhere:6379');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await openRedis()).toMatchObject({ url: 'redis://elsewhere:6379', pid: undefined });
});

test('a path that leads nowhere is told by its name', async () => {
  vi.stubEnv('REDIS_SERVER_PATH', '/nowhere/redis-server');
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(findRedis()).rejects.toThrow('REDIS_SERVER_PATH is /nowhere/redis-server');
});

test.runIf(has)('whoever has nothing else to wait for waits until it has stopped', async () => {
  const script = `import { startRedis } from ${JSON.stringify(new URL('../dist/redis/index.js', import.meta.url).href)};
    for (let count = 0; count < 5; count += 1) await (await startRedis()).stop();
    console.log('stopped');`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  expect(stdout).toBe('stopped\n');
});
