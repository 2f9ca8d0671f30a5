import { expect, type Locator, type Page } from '@playwright/test';
import { chooseAccount } from './account-chooser.js';
import type { Person } from './clients/stand-in.js';

export type SignIn = (page: Page, person: Person) => Promise<void>;
export type App = {
  /** Without a trailing slash. */
  readonly origin: string;
  /** Where it sends people to its provider. */
  readonly signInPath: string;
  readonly signIn: SignIn | undefined;
};

const byTestId = (root: Page | Locator, id: string): Locator => root.locator(`[data-testid="${id}"]`);

/** Somebody in front of the brand's app: a person of the stand-in, made for this test. */
export class Consumer {
  constructor(
    readonly page: Page,
    readonly person: Person,
    readonly app: App,
  ) {}

  /** As the app does it, or through the account chooser of the stand-in, until the app has somebody signed in. */
  async signIn(): Promise<void> {
    const { origin, signInPath, signIn } = this.app;
    if (signIn) return signIn(this.page, this.person);
    await this.trySignIn();
    await this.page.waitForURL((url) => url.origin === origin && !url.pathname.startsWith(signInPath));
  }

  /** Through the account chooser until the app has its answer, whatever it makes of it: for a fault that was armed. */
  async trySignIn(): Promise<void> {
    const { origin, signInPath } = this.app;
    await this.page.goto(`${origin}${signInPath}`);
    await chooseAccount(
      this.page,
      this.person.id,
      (url) => url.origin === origin && url.pathname !== signInPath,
    );
  }

  async openChat(): Promise<void> {
    await byTestId(this.page, 'launcher').click();
    await expect(this.window).toBeVisible();
  }

  async write(text: string): Promise<void> {
    await byTestId(this.page, 'composer').fill(text);
    await byTestId(this.page, 'send').click();
  }

  /** Writes, and waits until the service has it. */
  async say(text: string): Promise<void> {
    await this.write(text);
    await expect(this.message(text)).toHaveAttribute('data-state', 'sent');
  }

  get window(): Locator {
    return byTestId(this.page, 'window');
  }

  /** The line that says who the chat takes this for. */
  get identity(): Locator {
    return byTestId(this.page, 'identity-line');
  }

  /** What the chat says when a proof was refused. */
  get refusal(): Locator {
    return byTestId(this.page, 'refusal');
  }

  message(text: string): Locator {
    return byTestId(this.window, 'message').filter({ hasText: text });
  }
}
