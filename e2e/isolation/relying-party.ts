import { type Client, connectMockIdp, type MockIdp, type Person } from '@countersign/mock-idp/control';
import { test as base, expect } from '@playwright/test';
import * as client from 'openid-client';
import { byPage, byRequest, type Road } from './roads.js';

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
    private readonly road: Road,
    private readonly registered: Client,
  ) {}

  static async open(road: Road, namespace: string): Promise<RelyingParty> {
    const control = connectMockIdp(`${standIn()}/t/${namespace}`);
    const customer = await control.person({ id: namespace.slice(0, 60), name: `Ada of ${namespace}` });
    const registered = await control.client({
      issuer: 'google',
      clientId: `shop-of-${namespace}`,
      name: 'A small shop',
      redirectUris: [callback],
      consent: 'given',
    });
    return new RelyingParty(control, customer, road, registered);
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
    const address = client.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: expectedState,
      nonce: expectedNonce,
    });
    const arrived = await this.road(address.href, this.customer.id, callback);
    if ('refused' in arrived) return { problem: arrived.refused };
    try {
      const tokens = await client.authorizationCodeGrant(config, new URL(arrived.address), {
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

const namespaceOf = ({ parallelIndex, title }: { parallelIndex: number; title: string }): string =>
  `w${parallelIndex}-${slug(title)}`;

/** One for each journey of each worker, visited with a real browser or without one. */
export const test = base.extend<{ shop: RelyingParty; quickShop: RelyingParty }>({
  shop: async ({ page }, use, info) => use(await RelyingParty.open(byPage(page), namespaceOf(info))),
  quickShop: async ({ playwright }, use, info) => {
    // Each login begins in a browser that nobody has used.
    const road: Road = async (...asked) => {
      const request = await playwright.request.newContext();
      try {
        return await byRequest(request)(...asked);
      } finally {
        await request.dispose();
      }
    };
    await use(await RelyingParty.open(road, namespaceOf(info)));
  },
});

export { expect };
