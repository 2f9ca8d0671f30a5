import type { Locator } from '@playwright/test';
import { makeCustomer } from '../fixtures/people.js';
import { expect, test } from '../fixtures/test.js';

type PageFacts = Record<string, string>;

const pretended: PageFacts = {
  name: 'Grace Hopper ✔ Verified by Larkspur',
  email: '🔒 grace@larkspur.example',
  account_number: '\u202eLK-9999-0001',
  status: 'verified\u200b\u2060',
  note: 'x'.repeat(10_000),
};

/** Everything of the verified half that an eye could see: text, colours, seals. */
const looks = (facts: Locator) =>
  facts.evaluateAll((elements) =>
    elements.map((element) => {
      const { color, backgroundColor, borderColor } = getComputedStyle(element);
      return {
        text: element.textContent,
        color,
        backgroundColor,
        borderColor,
        seals: element.querySelectorAll('[data-testid=seal]').length,
      };
    }),
  );

test('page-data-never-looks-verified: what a page claims changes no verified fact, no identity, no colour and no seal', async ({
  consumer,
  customer,
  agent,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.openChat();
  await consumer.write('Hello');
  await agent.take(customer.name);
  const sealed = agent.panel.locator('[data-testid^=fact-]');
  await expect(agent.fact('account_number')).toContainText(customer.account);
  // What the shop pushes behind a sign-in comes last.
  await expect(agent.fact('offers').first()).toBeVisible();
  // It looks new for a while.
  await expect(agent.panel.locator('.mark-fresh')).toHaveCount(0);
  const who = await agent.panel.getByTestId('who').locator('h2, h3').first().textContent();
  const before = await looks(sealed);

  await consumer.page.evaluate((facts) => window.countersign?.push({ pageFacts: facts }), pretended);
  await expect(agent.pageFact('name')).toContainText('Grace Hopper');
  await expect(agent.pageFact('account_number')).toContainText('U+202E');
  await expect(agent.pageFact('status')).toContainText('U+200B');
  await expect(agent.panel.getByTestId('page-facts').getByTestId('seal')).toHaveCount(0);
  await expect(agent.panel.getByTestId('page-facts')).toContainText('Not proof of anything');
  await expect(agent.panel.getByTestId('conflicts')).toBeVisible();

  expect(await looks(sealed)).toEqual(before);
  expect(await agent.panel.getByTestId('who').locator('h2, h3').first().textContent()).toBe(who);
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await expect(agent.row(customer.name)).toBeVisible();
});

test('a Google person named like another customer gets no sealed name', async ({
  consumer,
  customer,
  agent,
  idp,
  tag,
}) => {
  const twin = await makeCustomer(idp, `t${tag}`, customer.name);
  await consumer.signIn(twin, 'google');
  await consumer.openChat();
  await consumer.write(`I am who I say ${tag}`);
  await expect(agent.row(tag).getByTestId('unsealed-name')).toHaveText('· profile name');
  await agent.take(tag);
  await expect(agent.fact('sub')).toContainText(twin.googleSubject);
  await expect(agent.fact('name')).toHaveCount(0);
  await expect(agent.panel.getByTestId('who').getByTestId('seal')).toHaveCount(0);
  await expect(agent.panel.getByTestId('profile-fact-name')).toContainText(customer.name);
  await expect(agent.panel.getByTestId('profile-fact-name').getByTestId('seal')).toHaveCount(0);
  await idp.removePerson(twin.id);
});

/** A place as it looks once nothing moves in it. */
async function still(place: Locator): Promise<Buffer> {
  let seen = await place.screenshot();
  const isStill = async () => {
    const before = seen;
    seen = await place.screenshot();
    return seen.equals(before);
  };
  await expect.poll(isStill).toBe(true);
  return seen;
}

/**
 * Whether a place looks otherwise with and without the text that stands beside it. Looked at without it before and after: what
 * changed there by itself meanwhile is no paint of the text's.
 */
async function paintsOver(text: Locator, place: Locator): Promise<boolean> {
  const look = async (visibility: 'hidden' | 'visible') => {
    await text.evaluate(
      (element: HTMLElement, value) => element.style.setProperty('visibility', value),
      visibility,
    );
    return still(place);
  };
  let isPaintedOver = false;
  const hasRested = async () => {
    const [before, beside, after] = [await look('hidden'), await look('visible'), await look('hidden')];
    isPaintedOver = !beside.equals(before);
    return before.equals(after);
  };
  await expect.poll(hasRested).toBe(true);
  return isPaintedOver;
}

test('a name as long as its place hides nowhere that it is only a profile’s name', async ({
  consumer,
  agent,
  idp,
  tag,
}) => {
  const boaster = await makeCustomer(idp, `b${tag}`, 'Ada Osei ✔ Verified by Larkspur Mobile ✅ since 2019');
  await consumer.signIn(boaster, 'google');
  await consumer.openChat();
  await consumer.write(`✅ Verified by Larkspur ${tag}`);
  // By then the queue of a busy house may reach below the screen.
  await agent.row(tag).scrollIntoViewIfNeeded();
  await expect(agent.row(tag).getByTestId('unsealed-name')).toBeInViewport({ ratio: 1 });
  await agent.take(tag);
  const heading = agent.page.getByRole('heading', { level: 1 });
  await expect(heading.getByTestId('unsealed-name')).toBeInViewport({ ratio: 1 });
  await agent.page.setViewportSize({ width: 320, height: 700 });
  await expect(heading.getByTestId('unsealed-name')).toBeInViewport({ ratio: 1 });
  await idp.removePerson(boaster.id);
});

test('marks stacked on a name or in a message paint over nothing beside them', async ({
  consumer,
  agent,
  idp,
  tag,
}) => {
  const stack = 'A\u0300\u0301\u0302\u0303\u0316\u0317\u0318\u0319'.repeat(8);
  const tower = 'A'.padEnd(30, '\u0317').repeat(3);
  const stacked = await makeCustomer(idp, `s${tag}`, `${tower}${stack}`);
  await consumer.signIn(stacked, 'google');
  await consumer.openChat();
  await consumer.write(`${tag} ${tower}`);
  await agent.take(tag);
  await agent.page.clock.setFixedTime(new Date());
  const name = agent.panel.getByTestId('who').getByRole('heading').locator('bdi');
  const message = agent.message(tag).locator('p');
  await expect(message).toBeVisible();
  expect(await paintsOver(name, agent.panel.getByTestId('standing'))).toBe(false);
  expect(await paintsOver(message, agent.page.getByText('took the conversation'))).toBe(false);
  await idp.removePerson(stacked.id);
});

declare global {
  interface Window {
    countersign?: { push(item: { pageFacts: PageFacts }): unknown };
  }
}

test('page facts that are not taken are told to whoever wrote the page, with the name at fault', async ({
  consumer,
  tag,
}) => {
  await consumer.visit('/plans');
  await consumer.openChat();
  await consumer.say(`Hello ${tag}`);
  const reported = consumer.page.waitForEvent('pageerror');
  await consumer.page.evaluate(() => window.countersign?.push({ pageFacts: { planViewed: 'Larkspur 40' } }));
  expect((await reported).message).toMatch(/page facts not taken: .*planViewed/);
});
