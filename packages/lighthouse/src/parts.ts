import type { Browser } from 'puppeteer-core';
import { costOf, type Part, type PartName, scoresOf } from './figures.ts';
import { takeTurns } from './rounds.ts';
import { type Place, visit } from './visit.ts';

/** Where the house stands. */
export type House = { readonly api: string; readonly shop: string; readonly workspace: string };
type Measured = Omit<Part, 'source'>;
type Measure = (browser: Browser, house: House, rounds: number) => Promise<Measured>;

const tell = (line: string) => process.stdout.write(`${line}\n`);
const judged = ['accessibility', 'best-practices'] as const;

/** The brand's page, with the widget and with its script blocked. */
async function widget(browser: Browser, { shop }: House, rounds: number): Promise<Measured> {
  const home: Place = { url: `${shop}/`, form: 'mobile', categories: ['performance', ...judged] };
  const found = await takeTurns(
    {
      'with the widget': () => visit(browser, home),
      'without it': () => visit(browser, { ...home, categories: ['performance'], without: ['*/widget.js*'] }),
    },
    rounds,
    tell,
  );
  return {
    scores: [scoresOf('the brand’s site, home', 'on a phone', found['with the widget'])],
    cost: costOf(found['with the widget'], found['without it']),
  };
}

const FIRST_ROW = 'a[href^="/conversations/"]';

/** As the lobby brings an agent in, by a hint the provider believes. Answers the address of an open conversation. */
async function comeIn(browser: Browser, { api, workspace }: House): Promise<string> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1350, height: 940 });
  const query = new URLSearchParams({ brand: 'larkspur', returnTo: '/', hint: 'noor@larkspur.example' });
  await page.goto(`${api}/v1/agent/sign-in?${query}`);
  const row = await page.waitForSelector(FIRST_ROW);
  const path = await row?.evaluate((link) => link.getAttribute('href'));
  await page.close();
  return `${workspace}${path}`;
}

async function pages(browser: Browser, house: House, rounds: number): Promise<Measured> {
  const conversation = await comeIn(browser, house);
  const seen: Readonly<Record<string, Place>> = {
    'the workspace, a conversation': {
      url: conversation,
      form: 'desktop',
      categories: judged,
      signedIn: true,
    },
    'the window': { url: `${house.api}/window/larkspur?connection=own`, form: 'mobile', categories: judged },
  };
  const found = await takeTurns(
    Object.fromEntries(Object.entries(seen).map(([name, place]) => [name, () => visit(browser, place)])),
    rounds,
    tell,
  );
  const where = { mobile: 'on a phone', desktop: 'at a desk' };
  return {
    scores: Object.entries(seen).map(([name, { form }]) => scoresOf(name, where[form], found[name] ?? [])),
  };
}

export const parts: Readonly<Record<PartName, Measure>> = { widget, pages };
