import type { BrandView, ConnectionInput, PutBrand } from '@countersign/contracts';
import type { House } from './house.js';
import { Page } from './page.js';
import { makeSigner, type Signer } from './signer.js';

export const ORIGIN = 'https://www.larkspur.example';
export const ISSUER = 'https://login.larkspur.example';
export const CALLBACK = `${ORIGIN}/chat/callback`;

type Implicit = Extract<ConnectionInput, { flow: 'implicit' }>;
type Code = Extract<ConnectionInput, { flow: 'code' }>;

export const implicit = (key: string, more: Partial<Implicit> = {}): Implicit => ({
  flow: 'implicit',
  key,
  label: 'Larkspur account',
  issuer: ISSUER,
  origins: [ORIGIN],
  authoritative: ['*'],
  mapping: { sub: 'sub', name: 'name', account_number: 'account_number' },
  brandServerLabel: 'Larkspur',
  ...more,
});

export const code = (key: string, issuer: string, more: Partial<Code> = {}): Code => ({
  flow: 'code',
  key,
  label: 'Google',
  issuer,
  origins: [ORIGIN],
  clientId: 'chat-of-larkspur',
  clientSecret: 'secret-of-the-chat',
  redirectUris: [CALLBACK, `${ORIGIN}/other/callback`],
  authoritative: ['sub', 'email', 'hd'],
  mapping: { sub: 'sub', name: 'name', email: 'email' },
  brandServerLabel: 'Larkspur',
  ...more,
});

export type Larkspur = {
  readonly signer: Signer;
  readonly view: BrandView;
  readonly brand: PutBrand;
  /** What envelopes for this connection must be addressed to. */
  audience(connection: string): string;
  /** A browser on a page of the brand. */
  page(origin?: string | null): Promise<Page>;
};

/** A brand with a key of its own and, where given, connections to other issuers. */
export async function makeLarkspur(
  house: House,
  connections: ConnectionInput[],
  { slug = 'larkspur', issuers = [] as PutBrand['issuers'] } = {},
): Promise<Larkspur> {
  const signer = await makeSigner('larkspur-1');
  const own = { url: ISSUER, label: 'Larkspur', discovery: false, keys: [signer.publicJwk as never] };
  const brand = { name: 'Larkspur Mobile', issuers: [own, ...issuers], connections };
  const view = await house.operator.put(slug, brand);
  return {
    signer,
    view,
    brand,
    audience: (key) => {
      const found = view.connections.find((connection) => connection.key === key);
      if (!found) throw new Error(`No connection ${key}`);
      return found.audience;
    },
    page: (origin = ORIGIN) => Page.open({ url: house.url, brand: slug, origin, now: () => house.now() }),
  };
}
