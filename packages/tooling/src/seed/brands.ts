import type { ConnectionInput, PutBrand } from '@countersign/contracts';
import { type Addresses, appOriginOf, originsOf, under } from './addresses.js';
import type { Clients } from './clients.js';
import type { DemoSecrets } from './secrets.js';

const fromProfile = {
  sub: 'sub',
  name: 'name',
  given_name: 'given_name',
  family_name: 'family_name',
  email: 'email',
  hd: 'hd',
};
const fromLarkspur = {
  ...fromProfile,
  account_number: 'account_number',
  package: 'package',
  billing: 'billing',
  customer_since: 'customer_since',
};

/** The provider issues these itself, to a window of the chat's own: posted by its page, or behind the `#`. */
function windowsOf(at: Addresses, { larkspurChat }: Clients): ConnectionInput[] {
  const byProvider = {
    flow: 'implicit' as const,
    issuer: `${at.idp}/larkspur`,
    clientId: larkspurChat.clientId,
    origins: originsOf(at, 'larkspur'),
    brandServerLabel: 'Larkspur',
    scope: 'openid email profile',
    window: true,
    authoritative: ['*'],
    mapping: fromLarkspur,
  };
  return [
    { ...byProvider, key: 'own-implicit', label: 'Implicit Flow by Larkspur ID' },
    {
      ...byProvider,
      key: 'own-fragment',
      label: 'Implicit Flow by Larkspur ID, in the fragment',
      responseMode: 'fragment',
    },
  ];
}

const connectionsOf = (at: Addresses, clients: Clients): ConnectionInput[] => {
  const origins = originsOf(at, 'larkspur');
  const redirectUris = origins.map((origin) => `${origin}/chat/callback`);
  const shared = { origins, brandServerLabel: 'Larkspur' };
  const envelope = {
    ...shared,
    flow: 'implicit' as const,
    issuer: under(at.brandSite, 'larkspur.localhost'),
    authoritative: ['*'],
    mapping: fromLarkspur,
  };
  const own = {
    ...shared,
    ...clients.larkspurChat,
    key: 'own',
    label: 'Code Flow by Larkspur ID',
    flow: 'code' as const,
    issuer: `${at.idp}/larkspur`,
    redirectUris,
    scope: 'openid email profile',
    userinfo: true,
    backchannelLogout: true,
    loginClientIds: [clients.larkspurLogin.clientId],
    authoritative: ['*'],
    mapping: fromLarkspur,
  };
  const app = { apps: true, origins: [appOriginOf(at)] };
  return [
    {
      ...shared,
      ...clients.googleChat,
      window: true,
      key: 'google',
      label: 'Code Flow by Google',
      flow: 'code',
      issuer: `${at.idp}/google`,
      redirectUris,
      scope: 'openid email profile',
      interactive: true,
      loginClientIds: [clients.googleLogin.clientId],
      authoritative: ['sub', 'hd', 'email'],
      mapping: fromProfile,
    },
    // Who changes what they pay each month has signed in within five minutes, or does so once more.
    { ...own, window: true, stepUp: { maxAgeSeconds: 300 }, stepUpFor: ['offer'] },
    ...windowsOf(at, clients),
    { ...envelope, key: 'signed', label: 'Implicit Flow, signed', encryption: 'refused' },
    { ...envelope, key: 'sealed', label: 'Implicit Flow, signed and encrypted', encryption: 'required' },
    // The shop's app: on a phone its requests have no Origin, in a browser one of their own. Its backend supplies a code or
    // an envelope on request.
    { ...own, ...app, key: 'app-code', label: 'The app, Code Flow by Larkspur ID' },
    { ...envelope, ...app, key: 'app-signed', label: 'The app, Implicit Flow', encryption: 'refused' },
    // The page at /classic was written for LivePerson, and its tokens are as they were.
    {
      ...shared,
      key: 'liveperson',
      label: 'As with LivePerson',
      flow: 'implicit',
      mode: 'liveperson',
      issuer: envelope.issuer,
    },
  ];
};

const google = (at: Addresses) => ({ url: `${at.idp}/google`, label: 'Google' });
const signInFor = (at: Addresses, clients: Clients, hostedDomain: string) => ({
  ...clients.googleWorkspace,
  issuer: `${at.idp}/google`,
  hostedDomain,
});

export const larkspur = (
  at: Addresses,
  { clients, actions: secret }: Pick<DemoSecrets, 'clients' | 'actions'>,
): PutBrand => ({
  name: 'Larkspur Mobile',
  accent: '#5a3fc0',
  look: {
    accentDark: '#a48bff',
    greeting: {
      title: 'How can we help?',
      text: 'Plans, bills, roaming: write to us, and somebody at Larkspur answers here.',
    },
  },
  issuers: [
    google(at),
    { url: `${at.idp}/larkspur`, label: 'Larkspur' },
    {
      url: under(at.brandSite, 'larkspur.localhost'),
      label: 'Larkspur',
      discovery: false,
      jwksUri: `${under(at.brandSite, 'larkspur.localhost')}/.well-known/jwks.json`,
    },
  ],
  connections: connectionsOf(at, clients),
  actions: { url: `${under(at.brandSite, 'larkspur.localhost')}/api/actions`, secret },
  agentSignIn: signInFor(at, clients, 'larkspur.example'),
  agents: [
    { email: 'noor@larkspur.example', name: 'Noor', role: 'lead' },
    { email: 'theo@larkspur.example', name: 'Theo' },
    { email: 'ravi@larkspur.example', name: 'Ravi', role: 'developer' },
  ],
});

export const juniper = (at: Addresses, clients: Clients): PutBrand => ({
  name: 'Juniper Bank',
  accent: '#1f5a46',
  look: { accentDark: '#5fc79c', radius: 8, launcherLabel: 'Ask Juniper' },
  issuers: [
    google(at),
    {
      url: under(at.brandSite, 'juniper.localhost'),
      label: 'Juniper',
      discovery: false,
      jwksUri: `${under(at.brandSite, 'juniper.localhost')}/.well-known/jwks.json`,
    },
  ],
  connections: [
    {
      key: 'signed',
      label: 'Implicit Flow, signed',
      flow: 'implicit',
      issuer: under(at.brandSite, 'juniper.localhost'),
      origins: originsOf(at, 'juniper'),
      authoritative: ['*'],
      mapping: { ...fromProfile, account_number: 'account_number' },
      encryption: 'refused',
      brandServerLabel: 'Juniper',
    },
  ],
  agentSignIn: signInFor(at, clients, 'juniper.example'),
  agents: [{ email: 'mei@juniper.example', name: 'Mei', role: 'lead' }],
});
