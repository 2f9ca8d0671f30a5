import { createServer, type Server } from 'node:http';
import {
  allowInsecureRequests,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomPKCECodeVerifier,
} from 'openid-client';
import { middleware } from '../src/adapters/express.js';
import {
  type AuthorizationService,
  type AuthorizationStore,
  createAuthorizationService,
  memoryStore,
  newSigningKey,
  type SignedIn,
} from '../src/index.js';

export const CLIENT = { clientId: 'chat of acme', clientSecret: 'a:secret%with+odd letters in it' };
export const OTHER = { clientId: 'other', clientSecret: 'another-secret-of-24-letters' };
export const CALLBACK = 'https://chat.example/window/callback/1';
export const WITH_QUERY = 'https://chat.example/other?brand=acme';

/** Never followed: where a redirect leads is what a test looks at. */
export const visit = (to: URL | string): Promise<Response> => fetch(to, { redirect: 'manual' });
export const backFrom = async (to: URL | string): Promise<URL> =>
  new URL((await visit(to)).headers.get('location') ?? '');

/** What openid-client compares. */
export const checks = (verifier: string) => ({
  pkceCodeVerifier: verifier,
  expectedState: 'a-state',
  expectedNonce: 'a-nonce',
  idTokenExpected: true,
});

/** A brand with one customer, its authorization service behind a real server, and clients that know nothing of it. */
export class Brand {
  /** Who is signed in at the brand. */
  customer: SignedIn | undefined;
  clock = new Date();
  readonly replays: { clientId: string; subject: string }[] = [];
  /** All that was ever put into the store. */
  readonly stored: unknown[] = [];
  issuer = '';
  service!: AuthorizationService;
  private server: Server | undefined;
  private readonly store = this.watched();

  constructor(readonly key: Awaited<ReturnType<typeof newSigningKey>>) {}

  static async open(logoutUri?: string): Promise<Brand> {
    const brand = new Brand(await newSigningKey('RS256', new Date(0)));
    await brand.listen(logoutUri);
    brand.signIn();
    return brand;
  }

  /** As somebody who has just proved who they are. */
  signIn(): void {
    // openid-client judges times by its own clock.
    this.clock = new Date();
    this.customer = { subject: 'cust-1', authTime: this.clock, acr: 'urn:acme:password', sid: 's1' };
    this.replays.length = 0;
  }

  pass(milliseconds: number): void {
    this.clock = new Date(this.clock.getTime() + milliseconds);
  }

  close(): void {
    this.server?.close();
  }

  client(
    authentication = ClientSecretBasic(CLIENT.clientSecret),
    clientId = CLIENT.clientId,
  ): Promise<Configuration> {
    const insecure = { execute: [allowInsecureRequests] };
    return discovery(new URL(this.issuer), clientId, undefined, authentication, insecure);
  }

  /** The address of the authorization endpoint for a new request, and the verifier that belongs to it. */
  async begin(more: Record<string, string> = {}, config?: Configuration) {
    const verifier = randomPKCECodeVerifier();
    const to = buildAuthorizationUrl(config ?? (await this.client()), {
      redirect_uri: CALLBACK,
      scope: 'openid email',
      state: 'a-state',
      nonce: 'a-nonce',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...more,
    });
    return { verifier, to };
  }

  swap(form: Record<string, string> | string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.issuer}/token`, { method: 'POST', body: new URLSearchParams(form), headers });
  }

  /** A form for the token endpoint that would be taken. */
  async goodForm() {
    const { verifier, to } = await this.begin();
    return {
      grant_type: 'authorization_code',
      client_id: CLIENT.clientId,
      client_secret: CLIENT.clientSecret,
      redirect_uri: CALLBACK,
      code: (await backFrom(to)).searchParams.get('code') ?? '',
      code_verifier: verifier,
    };
  }

  /** A process of its own, which shares the store with the first. */
  another(logoutUri?: string): AuthorizationService {
    const redirectUris = [CALLBACK, WITH_QUERY];
    return createAuthorizationService({
      issuer: this.issuer,
      clients: [
        {
          ...CLIENT,
          redirectUris,
          responseTypes: ['code', 'id_token'],
          ...(logoutUri ? { backchannelLogoutUri: logoutUri } : {}),
        },
        { ...OTHER, redirectUris: [CALLBACK] },
      ],
      keys: [this.key],
      customerOf: async () => this.customer,
      loginPage: ({ returnTo, anew }) => `/login?anew=${anew}&to=${encodeURIComponent(returnTo)}`,
      claimsOf: async (subject, scope) => ({
        name: `Name of ${subject}`,
        sub: 'an-impostor',
        aud: 'everybody',
        ...(scope.includes('email') ? { email: 'ada@acme.example' } : {}),
      }),
      store: this.store,
      onReplay: (code) => void this.replays.push(code),
      now: () => this.clock,
    });
  }

  private watched(): AuthorizationStore {
    const store = memoryStore(() => this.clock);
    return {
      ...store,
      put: (key, record, expiresAt) => {
        this.stored.push([key, record]);
        return store.put(key, record, expiresAt);
      },
    };
  }

  private async listen(logoutUri: string | undefined): Promise<void> {
    const server = createServer(
      (request, response) => void middleware((asked) => this.service.handler(asked))(request, response),
    );
    this.server = server;
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    this.issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/id`;
    this.service = this.another(logoutUri);
  }
}
