import { type APIRequestContext, expect, type Page } from '@playwright/test';

/** Where the browser ended: back at the shop, or on a page of the provider that says why not. */
export type Arrived = { readonly address: string } | { readonly refused: string };

/** How a person gets from the shop to the provider and back. */
export type Road = (address: string, account: string, callback: string) => Promise<Arrived>;

/** A real browser, and a click on the account. */
export const byPage =
  (page: Page): Road =>
  async (address, account, callback) => {
    await page.context().clearCookies();
    await page.route(`${callback}**`, (route) => route.fulfill({ body: 'Back at the shop.' }));
    await page.goto(address);
    await page.getByTestId(`account-${account}`).click();
    const refused = page.getByTestId('error-description');
    await expect(page.getByText('Back at the shop.').or(refused)).toBeVisible();
    if (await refused.isVisible()) return { refused: (await refused.textContent()) ?? '' };
    return { address: page.url() };
  };

const text = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';

/** As much of a browser as the provider's pages need, which have no scripts. */
export const byRequest =
  (request: APIRequestContext): Road =>
  async (address, account, callback) => {
    let at = address;
    let form: Record<string, string> | undefined;
    for (let hop = 0; hop < 12; hop += 1) {
      const method = form ? 'POST' : 'GET';
      const answer = await request.fetch(at, { method, maxRedirects: 0, ...(form ? { form } : {}) });
      form = undefined;
      const { location } = answer.headers();
      if (location === undefined) {
        const html = await answer.text();
        const refused = text(html, /data-testid="error-description">([^<]*)</);
        if (refused !== '') return { refused };
        at = new URL(text(html, /action="([^"]+\/account)"/), at).href;
        form = { account };
      } else {
        at = new URL(location, at).href;
        if (at.startsWith(callback)) return { address: at };
      }
    }
    throw new Error(`Sent around in circles, at last to ${at}`);
  };
