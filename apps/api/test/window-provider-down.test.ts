import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from './house/house.js';
import { ChatWindow } from './house/window.js';
import { Windowed } from './house/windowed.js';

let house: House;

beforeAll(async () => {
  house = await openHouse();
  // It was there when the brand was made, and nobody has signed in since.
  await (await Windowed.open(house)).close();
});
afterAll(() => house.close());

test.each(['own', 'posted'])(
  'a window whose provider is down is told so, and so is the trace: %s',
  async (key) => {
    const window = await ChatWindow.open(house);
    const { attempt } = await window.page.attempt(key);
    const problem = (await window.trySignIn(attempt)).problem();
    expect(problem).toMatchObject({ code: 'proof_rejected', reason: 'provider_unavailable', attempt });
    const row = await house.database.attempt.findFirstOrThrow({ where: { id: attempt } });
    expect(row).toMatchObject({ outcome: 'rejected', outcomeReason: 'provider_unavailable' });
    expect(await house.database.trace.count({ where: { attemptId: attempt } })).toBe(1);
    // Another click is another attempt.
    expect((await window.page.tryAttempt(key)).status).toBe(201);
  },
);
