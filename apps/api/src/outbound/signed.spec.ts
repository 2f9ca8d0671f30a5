import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { isSigningSecret, newSigningSecret, type SignedHeaders, signed } from './signed.js';

const secret = newSigningSecret();
const body = JSON.stringify({ type: 'conversation.opened', data: { name: 'Ευαγγελία 🌱' } });
const message = () => ({ id: 'evt_1', at: new Date(), body });
const accepted = (headers: Record<string, string>, text = body, by = secret) =>
  new Webhook(by).verify(text, headers);

describe('a signed request', () => {
  test('is accepted by the library of Standard Webhooks', () => {
    expect(accepted(signed(message(), [secret]))).toEqual(JSON.parse(body));
  });

  test.each<[string, (headers: SignedHeaders) => Record<string, string>, string?]>([
    ['whose body was changed', (headers) => headers, body.replace('opened', 'closed')],
    ['that got another id', (headers) => ({ ...headers, 'webhook-id': 'evt_2' })],
    [
      'that got another time',
      (headers) => ({ ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) }),
    ],
  ])('%s is refused by it', (_, change, text) => {
    expect(() => accepted(change(signed(message(), [secret])), text)).toThrow('No matching signature');
  });

  test('of six minutes ago is refused by it', () => {
    const old = signed({ ...message(), at: new Date(Date.now() - 360_000) }, [secret]);
    expect(() => accepted(old)).toThrow('too old');
  });

  test('by two secrets is accepted with either, and with no third', () => {
    const next = newSigningSecret();
    const headers = signed(message(), [next, secret]);
    expect(accepted(headers)).toEqual(accepted(headers, body, next));
    expect(() => accepted(headers, body, newSigningSecret())).toThrow('No matching signature');
  });
});

test('a secret to sign with is whsec_ and the base64 of 24 to 64 bytes', () => {
  const of = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;
  expect([newSigningSecret(), of(24), of(64)].map(isSigningSecret)).toEqual([true, true, true]);
  const wrong = [of(23), of(65), of(32).slice(6), 'whsec_', `${of(32)} `, of(32).replace('=', '')];
  expect(wrong.map(isSigningSecret)).toEqual(wrong.map(() => false));
});
