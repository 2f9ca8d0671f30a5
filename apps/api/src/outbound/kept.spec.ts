import { expect, test } from 'vitest';
import { Kept } from './kept.js';

const is = (value: string) => ({ ok: true, value });
const gone = { ok: false as const, rejection: { reason: 'provider_unavailable' as const } };

function world() {
  let now = 0;
  const pauses: number[] = [];
  const fetched: string[] = [];
  const kept = new Kept<string>(
    () => now,
    async (ms) => {
      pauses.push(ms);
      now += ms;
    },
  );
  const fetch = (value: string, maxAgeSeconds?: number) => async () => {
    fetched.push(value);
    return { ok: true as const, value: { value, maxAgeSeconds } };
  };
  return { kept, fetch, fetched, pauses, pass: (seconds: number) => (now += seconds * 1_000) };
}

test('what is fresh is not fetched again', async () => {
  const { kept, fetch, fetched, pass } = world();
  await kept.get('keys', fetch('first', 600));
  pass(599);
  expect(await kept.get('keys', fetch('second', 600))).toEqual(is('first'));
  expect(fetched).toEqual(['first']);
});

test('what is no longer fresh is fetched again', async () => {
  const { kept, fetch, pass } = world();
  await kept.get('keys', fetch('first', 600));
  pass(601);
  expect(await kept.get('keys', fetch('second', 600))).toEqual(is('second'));
});

test('a provider that wants to be asked every time is asked once a minute', async () => {
  const { kept, fetch, pass } = world();
  await kept.get('keys', fetch('first', 0));
  pass(59);
  expect(await kept.get('keys', fetch('second', 0))).toEqual(is('first'));
  pass(2);
  expect(await kept.get('keys', fetch('third', 0))).toEqual(is('third'));
});

test('a provider that wants to be asked never is asked after a day', async () => {
  const { kept, fetch, pass } = world();
  await kept.get('keys', fetch('first', 31_536_000));
  pass(86_401);
  expect(await kept.get('keys', fetch('second'))).toEqual(is('second'));
});

test('when the provider is gone, the last answer still counts', async () => {
  const { kept, fetch, pass } = world();
  await kept.get('keys', fetch('first', 60));
  pass(3_600);
  expect(await kept.get('keys', async () => gone)).toEqual(is('first'));
});

test('when there never was an answer, there is none', async () => {
  expect(await world().kept.get('keys', async () => gone)).toEqual(gone);
});

test('many who ask at once share one request', async () => {
  const { kept, fetch, fetched } = world();
  const answers = await Promise.all([1, 2, 3].map(() => kept.get('keys', fetch('once'))));
  expect(answers).toEqual([is('once'), is('once'), is('once')]);
  expect(fetched).toHaveLength(1);
});

test('a second look waits until ten seconds after the first', async () => {
  const { kept, fetch, pauses, pass } = world();
  await kept.get('keys', fetch('first'));
  pass(4);
  expect(await kept.again('keys', fetch('second'))).toEqual(is('second'));
  expect(pauses).toEqual([6_000]);
});

test('a second look long after the first waits for nothing', async () => {
  const { kept, fetch, pauses, pass } = world();
  await kept.get('keys', fetch('first'));
  pass(20);
  await kept.again('keys', fetch('second'));
  expect(pauses).toEqual([]);
});

test('strangers at a provider that refuses its keys make it be asked once in ten seconds, no oftener', async () => {
  const { kept, fetch, pauses, pass } = world();
  await kept.get('keys', fetch('first'));
  pass(60);
  for (const _ of ['one', 'another', 'a third'])
    expect(await kept.again('keys', async () => gone)).toEqual(gone);
  expect(pauses).toEqual([10_000, 10_000]);
});

test('a provider that has just refused is not asked for each proof while the last answer is at hand', async () => {
  const { kept, fetch, fetched, pass } = world();
  await kept.get('keys', fetch('first', 60));
  pass(61);
  await kept.get('keys', async () => gone);
  pass(9);
  expect(await kept.get('keys', fetch('too soon'))).toEqual(is('first'));
  pass(2);
  expect(await kept.get('keys', fetch('second'))).toEqual(is('second'));
  expect(fetched).toEqual(['first', 'second']);
});

test('a request that fails does not block the next', async () => {
  const { kept, fetch } = world();
  await expect(kept.get('keys', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await kept.get('keys', fetch('fine'))).toEqual(is('fine'));
});

test('of ever new names the one asked for longest ago is forgotten, and one that is in use is not', async () => {
  const { kept, fetch, fetched } = world();
  await kept.get('in use', fetch('in use', 600));
  await kept.get('left', fetch('left', 600));
  for (let number = 0; number < 2_500; number += 1) {
    await kept.get(`new ${number}`, fetch('new', 600));
    await kept.get('in use', fetch('in use, anew', 600));
  }
  expect(fetched).not.toContain('in use, anew');
  expect(await kept.get('left', fetch('left, anew', 600))).toEqual(is('left, anew'));
});
