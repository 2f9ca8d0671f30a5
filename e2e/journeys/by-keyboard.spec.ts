import { expect, test } from '../fixtures/test.js';

// Whether journeys by keyboard would fail where they must: the hands they are made with, on pages of few lines.
test.use({ by: 'keyboard' });

const pageOf = (body: string, style = '') =>
  `<!doctype html><html lang="en"><title>Keys</title><style>${style}</style><main>${body}<p id="said"></p></main>
<script>const say = (word) => { said.textContent += word + ' '; };</script></html>`;

test('what is pressed, chosen and written by keys does what a mouse would do', async ({ page }) => {
  await page.setContent(
    pageOf(`<a href="#there">Away</a><button onclick="say('pressed')">Press</button>
<label><input type="radio" name="way" value="a" checked>One</label><label><input type="radio" name="way" value="b">Two</label>
<label><input type="checkbox">Sure</label><label>Name<input></label>
<label>Way<select onchange="say(this.value)"><option>first</option><option>second</option></select></label>
<details><summary>More</summary><p>What is more</p></details>
<div role="menu"><button role="menuitem" tabindex="0">Top</button><button role="menuitem" tabindex="-1" onclick="say('below')">Below</button></div>
<script>document.querySelector('[role=menu]').addEventListener('keydown', ({ key }) => {
  if (key === 'ArrowDown') document.querySelector('[role=menu] [tabindex="-1"]').focus();
});</script>`),
  );
  const said = page.locator('#said');
  await page.getByText('What is more').waitFor({ state: 'hidden' });
  await page.getByText('More', { exact: true }).click();
  await expect(page.getByText('What is more')).toBeVisible();
  await page.getByLabel('Name').fill('Ada Osei');
  await expect(page.getByLabel('Name')).toHaveValue('Ada Osei');
  await page.getByRole('button', { name: 'Press' }).click();
  await expect(said).toHaveText('pressed');
  await page.getByLabel('Two').check();
  await page.getByLabel('Sure').check();
  await page.getByLabel('Way').selectOption('second');
  await expect(said).toHaveText('pressed second');
  await page.getByRole('menuitem', { name: 'Below' }).click();
  await expect(said).toHaveText('pressed second below');
});

test('what no key leads to fails a journey by keyboard', async ({ page }) => {
  await page.setContent(
    pageOf(`<button>One</button><div role="button" onclick="say('pressed')">Press</div>`),
  );
  await expect(page.getByText('Press').click()).rejects.toThrow('No key leads to');
  await expect(page.locator('#said')).toHaveText('');
});

test('a focus that cannot be seen fails a journey by keyboard', async ({ page }) => {
  await page.setContent(pageOf(`<button>One</button>`, 'button { outline: none }'));
  await expect(page.getByRole('button').click()).rejects.toThrow('can be seen');
});

test('a journey by keyboard that points at something fails', async ({ page }) => {
  await page.setContent(pageOf(`<button>One</button>`));
  await expect(page.getByRole('button').hover()).rejects.toThrow('about the mouse');
});
