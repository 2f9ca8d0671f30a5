import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { givenAway } from '@countersign/tooling/canary';
import { expect, test } from '../fixtures/test.js';

test('no log of the whole run holds a token, a code, a secret or anything of a person', async ({ world }) => {
  const logs = readdirSync(world.logDir).filter((name) => name.endsWith('.log'));
  expect(logs).toContain('api.log');
  const texts = logs.map((name) => [name, readFileSync(join(world.logDir, name), 'utf8')] as const);
  // A canary over empty logs would sing whatever happens.
  expect(
    texts
      .map(([, text]) => text)
      .join('')
      .split('\n').length,
  ).toBeGreaterThan(200);
  expect(texts.flatMap(([name, text]) => givenAway(text, name))).toEqual([]);
});

test('no stored trace of the whole run holds a token, a code or anything of a person', async ({ world }) => {
  const demo = JSON.parse(readFileSync(world.demoFile, 'utf8')) as {
    brands: { larkspur: { apiKey: string } };
  };
  const attempts = attemptsIn(readFileSync(join(world.logDir, 'api.log'), 'utf8'));
  expect(attempts.length).toBeGreaterThan(3);
  const hits: string[] = [];
  for (const { attempt, connection } of attempts) {
    const response = await fetch(`${world.api}/v1/connections/${connection}/attempts/${attempt}`, {
      headers: { authorization: `Bearer ${demo.brands.larkspur.apiKey}` },
    });
    if (response.status !== 200) continue;
    hits.push(...givenAway(await response.text(), attempt));
  }
  expect(hits).toEqual([]);
});

function attemptsIn(log: string): { attempt: string; connection: string }[] {
  return log
    .split('\n')
    .filter((line) => line.includes('"proof judged"'))
    .map((line) => JSON.parse(line) as { attempt: string; connection: string });
}
