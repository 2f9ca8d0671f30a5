import { type Client, connectMockIdp, type MockIdp, type Person } from '@countersign/mock-idp/control';
import { test as base, expect, type Page } from '@playwright/test';
import * as client from 'openid-client';

const callback = 'http://shop.localhost:4999/callback';

/** How a login ended: with somebody, or with what was wrong. */
export type Ended = { readonly subject: string } | { readonly problem: string };

function problemOf(error: unknown): string {
  if (error instanceof client.AuthorizationResponseError) return error.error;
  if (error instanceof client.ResponseBodyError) return error.error;
  if (!(error instanceof Error)) return String(error);
  return `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`;
}

/** A shop with one customer, in a namespace of its own: as small as a relying party can be. */
export class RelyingParty {
  private constructor(
    readonly control: MockIdp,
    readonly customer: Person,
    private readonly page: Page,
    private readonly registered: Client,
  ) {}

  static async open(page: Page, namespace: string): Promise<RelyingParty> {
    const control = connectMockIdp(`${standIn()}/t/${namespace}`);
    const customer = await control.person({ id: namespace.slice(0, 60), name: `Ada of ${namespace}` });
    const registered = await control.client({
      issuer: 'google',
      clientId: `shop-of-${namespace}`,
      name: 'A small shop',
      redirectUris: [callback],
      consent: 'given',
    });
    await page.route(`${callback}**`, (route) => route.fulfill({ body: 'Back at the shop.' }));
    return new RelyingParty(control, customer, page, registered);
  }

  /** The whole Code Flow, through the account chooser. */
  async login(): Promise<Ended> {
    const { clientId, clientSecret } = this.registered;
    const config = await client.discovery(
      new URL(`${this.control.url}/google`),
      clientId,
      clientSecret,
      undefined,
      { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] },
    );
    const [pkceCodeVerifier, expectedState, expectedNonce] = [
      client.randomPKCECodeVerifier(),
      client.randomState(),
      client.randomNonce(),
    ];
    await this.page.context().clearCookies();
    await this.page.goto(
      client.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
        state: expectedState,
        nonce: expectedNonce,
      }).href,
    );
    await this.page.getByTestId(`account-${this.customer.id}`).click();
    const refused = this.page.getByTestId('error-description');
    await expect(this.page.getByText('Back at the shop.').or(refused)).toBeVisible();
    if (await refused.isVisible()) return { problem: (await refused.textContent()) ?? '' };
    try {
      const tokens = await client.authorizationCodeGrant(config, new URL(this.page.url()), {
        pkceCodeVerifier,
        expectedState,
        expectedNonce,
        idTokenExpected: true,
      });
      return { subject: tokens.claims()?.sub ?? '' };
    } catch (error) {
      return { problem: problemOf(error) };
    }
  }
}

function standIn(): string {
  const url = process.env['MOCK_IDP_URL'];
  if (!url) throw new Error('Run these by `npm run isolation`: it starts a stand-in for them.');
  return url;
}

const slug = (title: string): string => title.replaceAll(/[^a-z]+/g, '-').slice(0, 40);

/** One for each journey of each worker. */
export const test = base.extend<{ shop: RelyingParty }>({
  shop: async ({ page }, use, { parallelIndex, title }) =>
    use(await RelyingParty.open(page, `w${parallelIndex}-${slug(title)}`)),
});

export { expect };
