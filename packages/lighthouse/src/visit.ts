import lighthouse, { type Flags, type Result } from 'lighthouse';
import type { Browser } from 'puppeteer-core';
import type { Visit } from './figures.ts';

type Category = 'performance' | 'accessibility' | 'best-practices';

/** One page, as it is looked at each time. */
export type Place = {
  readonly url: string;
  /** On a phone, slowed down as Lighthouse does it, or at a desk. */
  readonly form: 'mobile' | 'desktop';
  readonly categories: readonly Category[];
  /** Addresses that do not load, so that a page is seen without what it would fetch from there. */
  readonly without?: readonly string[];
  /** By whoever is signed in, with what the browser has kept; otherwise by a stranger with empty hands. */
  readonly signedIn?: boolean;
};

const desk = { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1, disabled: false };

const flagsOf = ({ form, categories, without = [], signedIn = false }: Place): Flags => ({
  logLevel: 'error',
  onlyCategories: [...categories],
  disableFullPageScreenshot: true,
  disableStorageReset: signedIn,
  blockedUrlPatterns: [...without],
  ...(form === 'desktop'
    ? { formFactor: 'desktop', screenEmulation: desk, throttlingMethod: 'provided', emulatedUserAgent: false }
    : {}),
});

const percent = (result: Result, category: Category): number | undefined => {
  const score = result.categories[category]?.score;
  return score === null || score === undefined ? undefined : Math.round(score * 100);
};

/** The audits that took something off a score, each with the first thing it found. */
function shortOf(result: Result): string[] {
  const counted = (['accessibility', 'best-practices'] as const)
    .flatMap((name) => result.categories[name]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => result.audits[id]);
  return counted.flatMap((audit) => {
    if (!audit || audit.score === null || audit.score >= 1) return [];
    const items = audit.details?.type === 'table' ? audit.details.items : [];
    return [`${audit.title} (${audit.id}) ${JSON.stringify(items[0] ?? {}).slice(0, 400)}`];
  });
}

/** One look at one page. A page that cannot be looked at ends the run with the reason. */
export async function visit(browser: Browser, place: Place): Promise<Visit> {
  const context = place.signedIn ? browser.defaultBrowserContext() : await browser.createBrowserContext();
  const page = await context.newPage();
  try {
    const result = (await lighthouse(place.url, flagsOf(place), undefined, page))?.lhr;
    if (!result || result.runtimeError)
      throw new Error(`${place.url} could not be looked at: ${result?.runtimeError?.message ?? 'no answer'}`);
    const number = (name: string) => result.audits[name]?.numericValue;
    const found = {
      accessibility: percent(result, 'accessibility'),
      bestPractices: percent(result, 'best-practices'),
      lcp: number('largest-contentful-paint'),
      tbt: number('total-blocking-time'),
      cls: number('cumulative-layout-shift'),
    };
    const had = Object.entries(found).filter(([, value]) => value !== undefined);
    return { ...Object.fromEntries(had), short: shortOf(result) };
  } finally {
    await (place.signedIn ? page.close() : context.close());
  }
}
