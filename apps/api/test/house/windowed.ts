import type { BrandView, ConnectionInput } from '@countersign/contracts';
import { type RunningMockIdp, startMockIdp } from '@countersign/mock-idp';
import { type Client, connectMockIdp, type MockIdp } from '@countersign/mock-idp/control';
import type { House } from './house.js';
import { CALLBACK, code, ISSUER, implicit, type Larkspur, makeLarkspur } from './larkspur.js';

const claims = { sub: 'sub', name: 'name', account_number: 'account_number' };
type More = { readonly issuers?: { url: string; label: string; discovery: false; keys: never[] }[] };

/** A brand whose chat opens in a window, in each flow there is, and a stand-in that knows the windows' callbacks. */
export class Windowed {
  private constructor(
    readonly running: RunningMockIdp,
    readonly idp: MockIdp,
    readonly larkspur: Larkspur,
    readonly client: Client,
  ) {}

  get issuer(): string {
    return this.running.issuers['larkspur'] ?? '';
  }

  callback(key: string): string {
    return callbackOf(this.larkspur.view, key);
  }

  static async open(
    house: House,
    more: ConnectionInput[] = [],
    { issuers = [] }: More = {},
  ): Promise<Windowed> {
    const running = await startMockIdp();
    const idp = connectMockIdp(running.url);
    const issuer = running.issuers['larkspur'] ?? '';
    const registered = { issuer: 'larkspur', name: 'Chat', consent: 'given', signInByHint: true } as const;
    const first = await idp.client({ ...registered, redirectUris: [CALLBACK] });
    const { clientId, clientSecret } = first;
    const byProvider = { issuer, clientId, window: true, mapping: claims, scope: 'openid profile' };
    const byCode = { ...byProvider, clientSecret, redirectUris: [CALLBACK] };
    const larkspur = await makeLarkspur(
      house,
      [
        code('own', issuer, byCode),
        code('tolerant', issuer, { ...byCode, onRejected: 'anonymous' }),
        code('page-only', issuer, { ...byCode, window: false }),
        implicit('posted', byProvider),
        implicit('fragment', { ...byProvider, responseMode: 'fragment' }),
        implicit('site', {
          window: true,
          clientId: 'chat-of-larkspur',
          authorizationEndpoint: `${ISSUER}/authorize?tenant=chat`,
        }),
        ...more,
      ],
      { issuers: [{ url: issuer, label: 'Larkspur' }, ...issuers] },
    );
    // The callbacks are known once the brand is made: then they are registered, as an operator does.
    const windows = larkspur.view.connections.map(({ windowCallback }) => windowCallback);
    const client = await idp.client({ ...registered, clientId, redirectUris: [CALLBACK, ...windows] });
    return new Windowed(running, idp, larkspur, client);
  }

  close(): Promise<void> {
    return this.running.close();
  }
}

function callbackOf({ connections }: BrandView, key: string): string {
  const found = connections.find((one) => one.key === key);
  if (!found) throw new Error(`No connection ${key}`);
  return found.windowCallback;
}
