import type { PageFacts } from '@countersign/claims';
import { expect, test, vi } from 'vitest';
import { install } from './install.js';
import type { Events, IdentityFunction, LpTag, NewPage } from './liveperson.js';

type Shim = { newPage(url: string, page?: NewPage): void; events: Events };

function open(tag: Partial<LpTag>) {
  const names: (string | null)[] = [];
  let said: PageFacts = {};
  let refuse = (_: { reason: string; attempt: string | null }): void => undefined;
  const { begin } = install(tag, {
    name: (subject) => void names.push(subject),
    say: (facts) => {
      said = facts;
    },
    onRefused: (listener) => {
      refuse = listener;
    },
  });
  begin();
  const shim = tag as Partial<LpTag> & Shim;
  return { tag: shim, names, said: () => said, refuse: (reason: string) => refuse({ reason, attempt: 'a' }) };
}
const naming =
  (sub: string, more: object = {}): IdentityFunction =>
  (callback) =>
    callback({ iss: 'https://brand.example', acr: 'loa1', sub, ...more });

test('what the page pushed before the script came counts, and the object stays its own', () => {
  const tag = {
    site: '12345',
    sdes: [{ type: 'ctmrinfo', info: { customerId: 'A-1' } }],
    identities: [naming('ada')],
  };
  const { names, said } = open(tag);
  expect(names).toEqual(['ada']);
  expect(said()).toEqual({ customer_id: 'A-1' });
  expect(tag.site).toBe('12345');
});

test('the first function that names somebody counts; nobody is named once all have answered nobody', () => {
  const nobody: IdentityFunction = (callback) => callback(null);
  expect(open({ identities: [nobody, naming('ada'), naming('bob')] }).names).toEqual(['ada']);
  expect(open({ identities: [nobody, nobody] }).names).toEqual([null]);
});

test('a function that throws, or names without issuer, subject or loa1, names nobody', () => {
  const throwing: IdentityFunction = () => {
    throw new Error('of the page');
  };
  const wrong = [{ iss: '' }, { sub: '' }, { acr: '0' }, { sub: 7 }].map((more) => naming('ada', more));
  expect(open({ identities: [throwing, ...wrong] }).names).toEqual([null]);
});

test('a page without functions has not said that nobody is signed in', () => {
  expect(open({}).names).toEqual([]);
});

test('a new page asks again: another person, or nobody once the functions are gone', () => {
  const { tag, names } = open({ identities: [naming('ada')] });
  tag.identities = [naming('bob')];
  tag.newPage('/next');
  tag.identities = [];
  tag.newPage('/bye');
  expect(names).toEqual(['ada', 'bob', null]);
});

test('an answer that comes after the page was turned is not heard', () => {
  let late: Parameters<IdentityFunction>[0] | undefined;
  const { tag, names } = open({
    identities: [
      (callback) => {
        late = callback;
      },
    ],
  });
  tag.identities = [naming('bob')];
  tag.newPage('/next');
  late?.({ iss: 'https://brand.example', acr: 'loa1', sub: 'ada' });
  expect(names).toEqual(['bob']);
});

test('what was said of one person is not said of the next, and what was said of a page goes with it', () => {
  const { tag, said } = open({ identities: [naming('ada')] });
  tag.sdes?.push(
    { type: 'personal', personal: { firstname: 'Ada' } },
    { type: 'searchInfo', keywords: ['x'] },
  );
  expect(said()).toEqual({ given_name: 'Ada', search: 'x' });
  tag.newPage('/next', { section: 'billing' });
  expect(said()).toEqual({ given_name: 'Ada', section: 'billing' });
  tag.identities = [naming('bob')];
  tag.newPage('/other');
  expect(said()).toEqual({});
});

test('a function that answers late takes nothing of what the new page said', () => {
  let late: Parameters<IdentityFunction>[0] | undefined;
  const { tag, said } = open({
    identities: [naming('ada')],
    sdes: [{ type: 'ctmrinfo', info: { ctype: 'of Ada' } }],
  });
  tag.identities = [
    (callback) => {
      late = callback;
    },
  ];
  tag.newPage('/next', { sdes: [{ type: 'personal', personal: { firstname: 'Bob' } }] });
  late?.({ iss: 'https://brand.example', acr: 'loa1', sub: 'bob' });
  expect(said()).toEqual({ given_name: 'Bob' });
});

test('attributes are sent, read back and told of', async () => {
  const { tag, said } = open({});
  const sdes = tag.sdes as {
    send: (sde: object, done: () => void) => void;
    get: (type: string) => unknown[];
  };
  const done = vi.fn();
  sdes.send({ type: 'cart', total: 49, currency: 'GBP', numItems: 2 }, done);
  await Promise.resolve();
  expect(done).toHaveBeenCalledOnce();
  expect(said()).toEqual({ cart: '2 items, 49.00 GBP' });
  expect(sdes.get('cart')).toHaveLength(1);
});

test('a refusal is told with the number LivePerson has for it', () => {
  const { tag, refuse } = open({});
  const func = vi.fn();
  tag.events.bind({ appName: 'countersign', eventName: 'refused', func });
  refuse('token_expired');
  refuse('proof_replayed');
  expect(func.mock.calls.map(([data]) => data)).toEqual([
    { internalErrorCode: 1012, reason: 'token_expired', attempt: 'a' },
    { internalErrorCode: 9014, reason: 'proof_replayed', attempt: 'a' },
  ]);
});
