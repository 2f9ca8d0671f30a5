import type { FaultName } from '@countersign/mock-idp/control';
import { expect, type RelyingParty, test } from './relying-party.js';

type Journey = { readonly fault: FaultName; readonly ends: RegExp };

/** What happens in front of the person is played in a real browser. */
const inABrowser: Readonly<Record<string, Journey>> = {
  'a person says no': { fault: 'denied', ends: /^access_denied$/ },
  'a provider keeps the browser': { fault: 'error-page', ends: /Not today/ },
  'a driven browser is refused': { fault: 'automated-browser-refused', ends: /may not be secure/ },
};

/** What only servers say to each other is not: many more fit beside each other. */
const between: Readonly<Record<string, Journey>> = {
  'a stranger signs': { fault: 'signature-of-a-stranger', ends: /signature verification failed/ },
  'a token has expired': { fault: 'expired', ends: /"exp"/ },
  'a token answers another login': { fault: 'another-nonce', ends: /"nonce"/ },
  'a token is for another client': { fault: 'another-audience', ends: /"aud"/ },
  'an answer has another state': { fault: 'another-state', ends: /"state"/ },
  'a token endpoint is down': { fault: 'token-down', ends: /unexpected HTTP response status code/ },
  'a connection is dropped': { fault: 'token-dropped', ends: /fetch failed/ },
};

/** Armed, spent by its own login, and seen by no other. */
async function play(shop: RelyingParty, { fault, ends }: Journey): Promise<void> {
  const { control, customer } = shop;
  const armed = await control.fault({ issuer: 'google', fault, aim: { loginHint: customer.id } });
  expect((await control.faults()).map(({ id }) => id)).toEqual([armed.id]);
  expect(await shop.login()).toEqual({ problem: expect.stringMatching(ends) });
  expect(await control.faults()).toEqual([]);
  expect(await shop.login()).toEqual({ subject: customer.subjects['google'] });
}

for (const [title, journey] of Object.entries(inABrowser)) test(title, ({ shop }) => play(shop, journey));

for (const [title, journey] of Object.entries(between))
  test(title, ({ quickShop }) => play(quickShop, journey));
