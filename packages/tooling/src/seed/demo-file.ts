import type { BrandView } from '@countersign/contracts';
import type { Person } from '@countersign/mock-idp/control';
import { type Addresses, originsOf, under } from './addresses.js';
import type { DemoSecrets } from './secrets.js';

/** What the demo brands' backends know: the file the brand site reads. Plain data, secrets included, mode 0600. */
export type DemoFile = { brands: Record<string, unknown> };

const connectionOf = (brand: BrandView, key: string) => {
  const found = brand.connections.find((connection) => connection.key === key);
  if (!found) throw new Error(`The brand ${brand.slug} has no connection ${key}.`);
  return found;
};

const implicit = (brand: BrandView, key: string) => {
  const { id, audience } = connectionOf(brand, key);
  return { id, flow: 'implicit', audience };
};

/** Who is known by Google and by Larkspur ID has linked the two at the shop. */
const linkedOf = (people: readonly Person[]) =>
  people.flatMap(({ subjects, claims }) =>
    subjects['google'] && subjects['larkspur']
      ? [
          {
            logins: { google: subjects['google'], larkspur: subjects['larkspur'] },
            records: claims['larkspur'] ?? {},
          },
        ]
      : [],
  );

function larkspur(
  at: Addresses,
  brand: BrandView,
  { clients, envelopes, apiKeys, actions }: DemoSecrets,
  people: readonly Person[],
) {
  const redirectUri = `${originsOf(at, 'larkspur')[0]}/chat/callback`;
  const code = (key: string, clientId: string) => ({
    id: connectionOf(brand, key).id,
    flow: 'code',
    clientId,
    redirectUri,
  });
  return {
    name: brand.name,
    apiKey: apiKeys.larkspur,
    login: {
      google: { issuer: `${at.idp}/google`, ...clients.googleLogin },
      larkspur: { issuer: `${at.idp}/larkspur`, ...clients.larkspurLogin },
    },
    backend: { larkspur: clients.larkspurBackend },
    envelope: { issuer: under(at.brandSite, 'larkspur.localhost'), ...envelopes.larkspur },
    connections: {
      google: code('google', clients.googleChat.clientId),
      own: code('own', clients.larkspurChat.clientId),
      signed: implicit(brand, 'signed'),
      sealed: implicit(brand, 'sealed'),
      'app-code': code('app-code', clients.larkspurChat.clientId),
      'app-signed': implicit(brand, 'app-signed'),
    },
    actionsSecret: actions,
    encryptionKeysUrl: `${at.api}/v1/brands/larkspur/jwks`,
    linked: linkedOf(people),
  };
}

function juniper(at: Addresses, brand: BrandView, { clients, envelopes, apiKeys }: DemoSecrets) {
  return {
    name: brand.name,
    apiKey: apiKeys.juniper,
    login: { google: { issuer: `${at.idp}/google`, ...clients.juniperLogin } },
    envelope: { issuer: under(at.brandSite, 'juniper.localhost'), ...envelopes.juniper },
    connections: { signed: implicit(brand, 'signed') },
    encryptionKeysUrl: `${at.api}/v1/brands/juniper/jwks`,
  };
}

export const demoFile = (
  at: Addresses,
  brands: { larkspur: BrandView; juniper: BrandView },
  secrets: DemoSecrets,
  people: readonly Person[],
): DemoFile => ({
  brands: {
    larkspur: larkspur(at, brands.larkspur, secrets, people),
    juniper: juniper(at, brands.juniper, secrets),
  },
});
