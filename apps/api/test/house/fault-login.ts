import { type AttemptView, type ConnectionInput, sessionView } from '@countersign/contracts';
import { type Client, connectMockIdp, type ListedFault, type MockIdp } from '@countersign/mock-idp/control';
import type { Answer } from './answer.js';
import { Browser } from './browser.js';
import { Consumer } from './consumer.js';
import type { House } from './house.js';
import { CALLBACK, code, implicit, ORIGIN } from './larkspur.js';
import { Page } from './page.js';

const DOMAIN = 'acme.example';
const SCOPE = 'openid email profile';
const ways: Partial<Record<NonNullable<ListedFault['needs']>, object>> = {
  'hosted-domain': { hostedDomain: DOMAIN },
  userinfo: { userinfo: true },
};

/** Verified, declined, or the one reason why not. */
function outcomeOf(answer: Answer): string {
  if (answer.status === 204) return 'declined';
  if (answer.status === 200) return answer.as(sessionView).assurance;
  return answer.problem().reason ?? answer.problem().code;
}

/** One fault, with a person, a client and a brand that nobody else has. */
export class FaultLogin {
  private constructor(
    private readonly house: House,
    private readonly row: ListedFault,
    private readonly idp: MockIdp,
    private readonly client: Client,
  ) {}

  /** @param url of the stand-in: what nobody can aim gets a namespace */
  static async prepare(house: House, url: string, row: ListedFault): Promise<FaultLogin> {
    const ofNobody = row.at === 'keys' || row.at === 'discovery' || row.needs === 'cached-metadata';
    const idp = connectMockIdp(ofNobody ? `${url}/t/${row.name}` : url);
    const email = `${row.name}@${DOMAIN}`;
    await idp.person({ id: row.name, name: `Ada ${row.name}`, email, emailVerified: true, hd: DOMAIN });
    const registered = { issuer: 'google', name: row.name, redirectUris: [CALLBACK], signInByHint: true };
    const clientId = `chat-${row.name}`;
    const client = await idp.client({ ...registered, clientId, consent: 'given' });
    const login = new FaultLogin(house, row, idp, client);
    if (row.needs !== 'encryption') {
      await login.put(code('chat', login.issuer, { ...login.codeFlow, ...ways[row.needs ?? 'encryption'] }));
      return login;
    }
    // An envelope is addressed to the connection: the brand's own client has its name.
    const [made] = (await login.put(implicit('chat', { issuer: login.issuer }))).connections;
    const own = await idp.client({ ...registered, clientId: made?.audience ?? '', consent: 'given' });
    return new FaultLogin(house, row, idp, own);
  }

  get issuer(): string {
    return `${this.idp.url}/google`;
  }

  private get codeFlow() {
    const { clientId, clientSecret } = this.client;
    return { clientId, clientSecret, scope: SCOPE, interactive: true, redirectUris: [CALLBACK] };
  }

  private get slug(): string {
    return `f-${this.row.name}`;
  }

  private put(connection: ConnectionInput) {
    const issuers = [{ url: this.issuer, label: 'Google' }];
    return this.house.operator.put(this.slug, { name: 'Acme', issuers, connections: [connection] });
  }

  private page(): Promise<Page> {
    const { house, slug } = this;
    return Page.open({ url: house.url, brand: slug, origin: ORIGIN, now: () => house.now() });
  }

  /** For this person alone, where anybody says who they are; once, unless told otherwise. */
  async arm(shots: 1 | 'until-cleared' = 1): Promise<string> {
    const ofNobody = this.row.at === 'keys' || this.row.at === 'discovery';
    const aim = ofNobody ? {} : { loginHint: this.row.name };
    return (await this.idp.fault({ issuer: 'google', fault: this.row.name, aim, shots })).id;
  }

  async isArmed(id: string): Promise<boolean> {
    return (await this.idp.faults()).some((armed) => armed.id === id);
  }

  clear(id: string): Promise<void> {
    return this.idp.clearFault(id);
  }

  /** From the page to the provider and back, then to the API. */
  async run(): Promise<string> {
    const page = await this.page();
    const attempt = await page.attempt('chat');
    const back = await this.authorize(attempt);
    const error = back.get('error');
    if (error !== null) return outcomeOf(await this.without(page, attempt, error));
    const [given, iss] = [back.get('code') ?? '', back.get('iss')];
    if (this.row.needs === 'encryption')
      return outcomeOf(await page.prove(attempt, { idToken: await this.redeem(given) }));
    const from = iss === null ? {} : { iss };
    return outcomeOf(await page.prove(attempt, { code: given, redirectUri: CALLBACK, ...from }));
  }

  /** Somebody nobody proved says something, and it is kept. */
  async chatAnonymously(): Promise<string> {
    const page = await this.page();
    const consumer = await Consumer.join(this.house, page, await page.anonymous('chat'));
    const { text } = await consumer.say('Is anybody there?');
    consumer.close();
    return text;
  }

  private without(page: Page, { attempt }: AttemptView, error: string): Promise<Answer> {
    const why = error === 'access_denied' ? 'declined' : 'page_method_failed';
    return page.open({ kind: 'no-proof', attempt, why });
  }

  private async authorize(attempt: AttemptView): Promise<URLSearchParams> {
    const url = new URL(`${this.issuer}/o/oauth2/v2/auth`);
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: this.client.clientId,
      redirect_uri: CALLBACK,
      scope: SCOPE,
      state: attempt.attempt,
      nonce: attempt.nonce,
      login_hint: this.row.name,
      ...(attempt.codeChallenge
        ? { code_challenge: attempt.codeChallenge, code_challenge_method: 'S256' }
        : {}),
    }).toString();
    return new URL((await new Browser().go(url.href, CALLBACK)).url).searchParams;
  }

  /** What a brand's backend does that hands its own token on. */
  private async redeem(given: string): Promise<string> {
    const { clientId, clientSecret } = this.client;
    const answer = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: given,
        redirect_uri: CALLBACK,
        client_id: clientId,
        client_secret: clientSecret,
      }),
    });
    return ((await answer.json()) as { id_token: string }).id_token;
  }
}
