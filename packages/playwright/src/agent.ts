import { expect, type Locator, type Page } from '@playwright/test';
import { chooseAccount } from './account-chooser.js';
import type { Person } from './clients/stand-in.js';

/** Somebody who answers for the brand, in a browser of their own. */
export class Agent {
  constructor(
    readonly page: Page,
    readonly person: Person,
    private readonly at: { readonly workspace: string; readonly brand: string },
  ) {}

  async signIn(): Promise<void> {
    const { workspace, brand } = this.at;
    await this.page.goto(`${workspace}/sign-in?brand=${brand}`);
    await this.by(`sign-in-${brand}`).or(this.by('sign-in')).first().click();
    await chooseAccount(this.page, this.person.id, (url) => url.origin === new URL(workspace).origin);
    await expect(this.by('tab-open')).toBeVisible();
  }

  /** Opens a conversation by something written in it, and takes it. */
  async take(text: string): Promise<void> {
    await this.by('queue-row').filter({ hasText: text }).click();
    // It comes over the line: what is pressed before that stands is lost.
    await expect(this.panel).toBeVisible();
    await this.by('take').click();
    await expect(this.by('composer')).toBeEnabled();
  }

  async answer(text: string): Promise<void> {
    await this.by('composer').fill(text);
    await this.by('send').click();
    await expect(this.message(text)).toBeVisible();
  }

  get panel(): Locator {
    return this.by('panel');
  }

  /** A fact that somebody vouches for. */
  fact(name: string): Locator {
    return this.panel.locator(`[data-testid="fact-${name}"]`);
  }

  /** What only the page says. */
  pageFact(name: string): Locator {
    return this.panel.locator(`[data-testid="page-fact-${name}"]`);
  }

  /** Every fact that carries the seal, as the agent reads it. */
  async verifiedFacts(): Promise<Record<string, string>> {
    const sealed = this.panel.locator('[data-testid^="fact-"][data-sealed="true"]');
    await expect(sealed.first()).toBeVisible();
    const rows = await sealed.evaluateAll((elements) =>
      elements.map((element) => [
        element.getAttribute('data-testid')?.slice('fact-'.length) ?? '',
        (element.querySelector('dd')?.firstElementChild ?? element).textContent?.trim() ?? '',
      ]),
    );
    return Object.fromEntries(rows) as Record<string, string>;
  }

  message(text: string): Locator {
    return this.page.locator('[data-testid=message]:not([data-from=system])').filter({ hasText: text });
  }

  private by(id: string): Locator {
    return this.page.locator(`[data-testid="${id}"]`);
  }
}
