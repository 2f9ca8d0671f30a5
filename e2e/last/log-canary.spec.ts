import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.js';

/** What must never stand in a log: whole JWTs and JWEs, codes and tokens of the stand-in, session tokens, addresses. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ['a JWT or a JWE', /eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\./],
  ['an authorization code of Google’s shape', /\b4\/0A[A-Za-z0-9_-]{20,}/],
  ['an access token of Google’s shape', /\bya29\.[A-Za-z0-9_-]{10,}/],
  ['a client secret', /GOCSPX-[A-Za-z0-9_-]{10,}/],
  ['an API key', /\bcs_[A-Za-z0-9_-]{30,}/],
  ['the address of a test person', /[a-z0-9]{6,}@(gmail\.com|larkspur\.example|juniper\.example)/],
  ['an account number of a test person', /\bLK-[A-Z0-9]{4}-[A-Z0-9]{4}\b/],
  ['the subject of a test person', /\bcust-[a-z0-9]{8,}\b/],
];

test('no log of the whole run holds a token, a code, a secret or anything of a person', async ({ world }) => {
  const logs = readdirSync(world.logDir).filter((name) => name.endsWith('.log'));
  expect(logs).toContain('api.log');
  let lines = 0;
  const hits: string[] = [];
  for (const name of logs)
    for (const line of readFileSync(join(world.logDir, name), 'utf8').split('\n')) {
      lines += 1;
      for (const [what, pattern] of forbidden)
        if (pattern.test(line)) hits.push(`${name}: ${what}: ${line.slice(0, 160)}`);
    }
  // A canary over empty logs would sing whatever happens.
  expect(lines).toBeGreaterThan(200);
  expect(hits).toEqual([]);
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
    const text = await response.text();
    for (const [what, pattern] of forbidden) if (pattern.test(text)) hits.push(`${attempt}: ${what}`);
  }
  expect(hits).toEqual([]);
});

function attemptsIn(log: string): { attempt: string; connection: string }[] {
  return log
    .split('\n')
    .filter((line) => line.includes('"proof judged"'))
    .map((line) => JSON.parse(line) as { attempt: string; connection: string });
}
