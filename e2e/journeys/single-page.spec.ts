import { openBrandPage, type PageOf } from '../fixtures/brand-page.js';
import { Consumer } from '../fixtures/consumer.js';
import { expect, test } from '../fixtures/test.js';

const proof = `window.proofs = 0;
window.getChatProof = async ({ signal, ...attempt }) => {
  window.proofs += 1;
  const answer = await fetch('/proof', { method: 'POST', body: JSON.stringify(attempt), signal });
  return answer.json();
};`;
const html: PageOf['html'] = ({ api, brand }) => `<!doctype html><html lang="en"><head><title>Acme</title>
<script src="${api}/widget.js" async></script><script>${proof}</script></head>
<body><main><h1>Acme</h1></main>
<countersign-chat brand="${brand}" connection="web" signed-in-as="c-42"></countersign-chat></body></html>`;

const single = test.extend<{ ines: Consumer }>({
  ines: async ({ world, browser, tag }, use) => {
    const site = await openBrandPage(world, `spa-${tag}`, { html });
    const context = await browser.newContext();
    const consumer = new Consumer(await context.newPage(), site.origin);
    await consumer.visit('/');
    await consumer.openChat();
    await expect(consumer.identity).toHaveText('Signed in as Ines Okafor');
    await consumer.say('Before the page changed');
    await use(consumer);
    await context.close();
    await site.close();
  },
});

/** The chat is where it was, writes on, and nobody was asked anew. */
async function goesOn(consumer: Consumer): Promise<void> {
  await expect(consumer.page.getByTestId('window')).toHaveCount(1);
  await expect(consumer.identity).toHaveText('Signed in as Ines Okafor');
  await expect(consumer.message('Before')).toHaveCount(1);
  await consumer.say('After it changed');
  await expect(consumer.message('After')).toHaveCount(1);
  expect(await consumer.page.evaluate(() => Reflect.get(window, 'proofs'))).toBe(1);
}

single('a route that changes by pushState leaves the chat as it is', async ({ ines: consumer }) => {
  await consumer.page.evaluate(() => {
    history.pushState(null, '', '/plans');
    document.querySelector('main')?.replaceChildren('Plans');
  });
  await goesOn(consumer);
});

single('an element that is moved keeps its window open, and its draft', async ({ ines: consumer }) => {
  await consumer.page.getByTestId('composer').fill('Half a thought');
  await consumer.page.evaluate(() => {
    const element = document.querySelector('countersign-chat');
    const home = document.createElement('footer');
    document.body.append(home);
    if (element) home.append(element);
  });
  await expect(consumer.page.getByTestId('composer')).toHaveValue('Half a thought');
  await goesOn(consumer);
});

single('an element that is taken out is silent, and put back it goes on', async ({ ines: consumer }) => {
  await consumer.page.evaluate(async () => {
    const element = document.querySelector('countersign-chat');
    element?.remove();
    await Promise.resolve();
    Reflect.set(window, 'kept', element);
  });
  await expect(consumer.page.getByTestId('window')).toHaveCount(0);
  await consumer.page.evaluate(() => document.body.append(Reflect.get(window, 'kept') as Node));
  await goesOn(consumer);
});

single('a body that is swapped for another brings the chat along', async ({ ines: consumer }) => {
  await consumer.page.evaluate(() => {
    const element = document.querySelector('countersign-chat')?.outerHTML ?? '';
    const next = new DOMParser().parseFromString(
      `<body><main>Plans</main>${element}</body>`,
      'text/html',
    ).body;
    document.documentElement.replaceChild(document.adoptNode(next), document.body);
  });
  await goesOn(consumer);
});

single(
  'a framework that puts the page’s attributes back takes nothing from the chat',
  async ({ ines: consumer }) => {
    await consumer.page.evaluate(() => {
      const element = document.querySelector('countersign-chat');
      for (const name of element?.getAttributeNames() ?? [])
        if (!['brand', 'connection', 'signed-in-as'].includes(name)) element?.removeAttribute(name);
      for (const name of ['brand', 'connection', 'signed-in-as'])
        element?.setAttribute(name, element.getAttribute(name) ?? '');
    });
    await expect(consumer.page.getByTestId('launcher')).toHaveCSS('background-color', 'rgb(31, 90, 70)');
    await goesOn(consumer);
    await consumer.page.getByTestId('close').click();
    await expect(consumer.page.getByTestId('window')).toBeHidden();
  },
);

single('a page that loads the script twice has one chat', async ({ ines: consumer, world }) => {
  await consumer.page.evaluate(
    (src) =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.src = src;
        script.onload = resolve;
        document.head.append(script);
      }),
    `${world.api}/widget.js`,
  );
  await goesOn(consumer);
});
