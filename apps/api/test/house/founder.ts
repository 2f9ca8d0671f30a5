import { type SignUpMe, signUpMe } from '@countersign/contracts';
import { type RunningMockIdp, startMockIdp } from '@countersign/mock-idp';
import { connectMockIdp, type MockIdp, type PersonInput } from '@countersign/mock-idp/control';
import { Answer } from './answer.js';
import { Browser } from './browser.js';
import { type House, openHouse, WORKSPACE } from './house.js';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const client = { clientId: 'the-service', clientSecret: 'secret-of-the-service' };

/** A service with a sign-in of its own, by the real stand-in. */
export class Service {
  private constructor(
    readonly house: House,
    readonly idp: RunningMockIdp,
    readonly control: MockIdp,
  ) {}

  static async open(settings: Record<string, string> = {}): Promise<Service> {
    const idp = await startMockIdp();
    const house = await openHouse({
      SIGN_IN_ISSUER: `${idp.url}/google`,
      SIGN_IN_CLIENT_ID: client.clientId,
      SIGN_IN_CLIENT_SECRET: client.clientSecret,
      SIGN_IN_LABEL: 'Google',
      SIGN_UP: 'open',
      ...settings,
    });
    const control = connectMockIdp(idp.url);
    await control.client({
      ...client,
      issuer: 'google',
      name: 'Countersign',
      redirectUris: [`${house.url}/v1/sign-up/callback`, `${house.url}/v1/agent/callback`],
      consent: 'given',
      signInByHint: true,
    });
    return new Service(house, idp, control);
  }

  async person(email: string, more: Partial<PersonInput> = {}): Promise<Founder> {
    const id = email.toLowerCase().replace(/[^a-z0-9]/g, '-');
    await this.control.person({ id, email, name: id, emailVerified: true, issuers: ['google'], ...more });
    return new Founder(this.house, email);
  }

  /** Signed in, with a brand of their own. */
  async founder(email: string, slug: string, name = 'Acme'): Promise<Founder> {
    const founder = await this.person(email);
    await founder.signIn();
    const made = await founder.call('POST', '/v1/sign-up/brands', { name, slug });
    if (made.status !== 201) throw new Error(made.text);
    return founder;
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.idp.close();
  }
}

/** Somebody's browser at the workspace. */
export class Founder {
  readonly browser = new Browser();

  constructor(
    readonly house: House,
    readonly email: string,
  ) {}

  async signIn(): Promise<URL> {
    const query = new URLSearchParams({ hint: this.email });
    const { url } = await this.browser.go(`${this.house.url}/v1/sign-up/sign-in?${query}`, WORKSPACE);
    return new URL(url);
  }

  /** As an invited agent, at a brand. */
  async answerFor(brand: string): Promise<URL> {
    const query = new URLSearchParams({ brand, hint: this.email, returnTo: '/' });
    const { url } = await this.browser.go(`${this.house.url}/v1/agent/sign-in?${query}`, WORKSPACE);
    return new URL(url);
  }

  async call(method: Method, path: string, body?: unknown, origin = WORKSPACE): Promise<Answer> {
    const headers = { origin, 'content-type': 'application/json' };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return Answer.of(await this.browser.fetch(`${this.house.url}${path}`, { method, headers, ...content }));
  }

  console(method: Method, path: string, body?: unknown): Promise<Answer> {
    return this.call(method, `/v1/console${path}`, body);
  }

  async me(): Promise<SignUpMe> {
    return (await this.call('GET', '/v1/sign-up/me')).as(signUpMe);
  }
}
