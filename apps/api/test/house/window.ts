import { windowDeparture } from '@countersign/contracts';
import { Answer } from './answer.js';
import { Browser } from './browser.js';
import type { House } from './house.js';
import { Page } from './page.js';

/** What a provider sends back, and where to. */
export type Returned = { readonly callback: string; readonly answer: Record<string, string> };

const inputs = /<input type="hidden" name="([^"]+)" value="([^"]*)">/g;
const unescaped = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');

/** A window of the service's own in one browser: a key at the service's origin, and cookies. */
export class ChatWindow {
  private constructor(
    readonly house: House,
    readonly brand: string,
    readonly page: Page,
    readonly browser: Browser,
  ) {}

  static async open(house: House, brand = 'larkspur', browser = new Browser()): Promise<ChatWindow> {
    const options = {
      url: house.url,
      brand,
      origin: house.url,
      now: () => house.now(),
      fetch: browser.fetch.bind(browser) as typeof fetch,
    };
    return new ChatWindow(house, brand, await Page.open(options), browser);
  }

  trySignIn(attempt: string): Promise<Answer> {
    return this.page.call('POST', `/window/${this.brand}/sign-in`, { body: { attempt } });
  }

  /** Where a click on "Sign in" leads. */
  async leave(connection: string): Promise<URL> {
    const { attempt } = await this.page.attempt(connection);
    return new URL((await this.trySignIn(attempt)).as(windowDeparture).location);
  }

  /** Signs somebody in at the stand-in, and stops before the window comes back. */
  async at(location: URL, who: string, until = `${this.house.url}/window/callback/`): Promise<Returned> {
    const asked = new URL(location);
    asked.searchParams.set('login_hint', who);
    const { url, response } = await this.browser.go(asked.href, until);
    if (url.startsWith(until)) {
      const { origin, pathname, searchParams, hash } = new URL(url);
      const given = hash === '' ? searchParams : new URLSearchParams(hash.slice(1));
      return { callback: `${origin}${pathname}`, answer: Object.fromEntries(given) };
    }
    const form = await response.text();
    const callback = unescaped(/action="([^"]+)"/.exec(form)?.[1] ?? '');
    const fields = [...form.matchAll(inputs)].map(([, name = '', value = '']) => [name, unescaped(value)]);
    return { callback, answer: Object.fromEntries(fields) };
  }

  /** The browser is sent to the callback. */
  get({ callback, answer }: Returned): Promise<Response> {
    return this.browser.fetch(`${callback}?${new URLSearchParams(answer)}`);
  }

  /** The provider's page, or ours which took the fragment, posts to the callback. */
  post(
    { callback, answer }: Returned,
    headers: Record<string, string> = { origin: 'null' },
  ): Promise<Response> {
    return this.browser.fetch(callback, { method: 'POST', headers, body: new URLSearchParams(answer) });
  }

  /** As the window does after every load: the page names nobody. */
  resume(): Promise<Answer> {
    return this.page.resume(null);
  }
}

/** What stands on a page of the window's. */
export async function said(
  response: Response,
): Promise<{ title: string; details: string; back: string | undefined }> {
  const page = await response.text();
  const [, title = ''] = /<h1>([^<]*)<\/h1>/.exec(page) ?? [];
  const details = [...page.matchAll(/<code>([^<]*)<\/code>/g)].map(([, text]) => text).join(' ');
  const back = /href="([^"]*)" data-testid="back"/.exec(page)?.[1];
  return { title: unescaped(title), details, back: back && unescaped(back) };
}
