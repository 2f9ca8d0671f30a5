import { afterEach, expect, test, vi } from 'vitest';
import { CountersignProblem, createCountersign } from './countersign.js';

const service = createCountersign({ apiUrl: 'https://chat.example', apiKey: 'the-key' });
const answer = (status: number, body: unknown) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(body, { status }));
afterEach(() => vi.restoreAllMocks());

const push = { version: 3, asOf: new Date('2026-11-28T10:00:00Z'), facts: { account_status: 'fine' } };

test('facts are pushed for a subject of any letters, with times as ISO 8601', async () => {
  const asked = answer(200, { version: 3, state: 'stored' });
  expect(await service.pushFacts('web', 'a/b c', push)).toBe('stored');
  const [url, init] = asked.mock.calls[0] ?? [];
  expect(url).toBe('https://chat.example/v1/connections/web/consumers/a%2Fb%20c/facts');
  expect(init?.headers).toMatchObject({ authorization: 'Bearer the-key' });
  expect(JSON.parse(String(init?.body))).toEqual({ ...push, asOf: '2026-11-28T10:00:00.000Z' });
});

test('a refusal has its stable code, and says what was expected', async () => {
  answer(409, { code: 'facts_out_of_date', title: 'Newer facts are here.', detail: 'Expected more than 4.' });
  const refused = await service.pushFacts('web', 'ada', push).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CountersignProblem);
  expect(refused).toMatchObject({
    code: 'facts_out_of_date',
    status: 409,
    message: 'Newer facts are here. Expected more than 4.',
  });
});

test('an answer of something in between is a problem of no known code', async () => {
  answer(502, 'Bad gateway');
  await expect(service.endSessions('web', 'ada')).rejects.toMatchObject({ code: 'unknown', status: 502 });
});
