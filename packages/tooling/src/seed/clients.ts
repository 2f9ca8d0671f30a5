import type { BrandView } from '@countersign/contracts';
import { connectMockIdp } from '@countersign/mock-idp/control';
import { type Addresses, originsOf } from './addresses.js';

/** One OAuth 2.0 client at the stand-in, with the secret the demo keeps for it. */
export type Client = { readonly clientId: string; readonly clientSecret: string };

export type Clients = {
  readonly googleLogin: Client;
  readonly googleChat: Client;
  readonly googleWorkspace: Client;
  readonly juniperLogin: Client;
  readonly larkspurLogin: Client;
  readonly larkspurChat: Client;
  readonly larkspurBackend: Client;
};

type Registration = Parameters<ReturnType<typeof connectMockIdp>['client']>[0];

// The lobby's one click: a login hint signs in without a page, at the demo's own login clients only.
const login = { consent: 'given', signInByHint: true } as const;

const workspace = ({ api }: Addresses, { googleWorkspace }: Clients): Registration => ({
  ...googleWorkspace,
  ...login,
  issuer: 'google',
  name: 'Countersign workspace',
  project: 'countersign',
  redirectUris: [`${api}/v1/agent/callback`],
});

/** For whoever makes a brand, and for the agents of brands that have no sign-in of their own. */
const serviceSignIn = ({ api }: Addresses, client: Client): Registration => ({
  ...client,
  ...login,
  issuer: 'google',
  name: 'Countersign',
  project: 'countersign',
  redirectUris: [`${api}/v1/sign-up/callback`, `${api}/v1/agent/callback`],
});

function registrations(at: Addresses, clients: Clients): Registration[] {
  const larkspur = originsOf(at, 'larkspur');
  const juniper = originsOf(at, 'juniper');
  const back = (origins: string[], path: string) => origins.map((origin) => `${origin}${path}`);
  return [
    workspace(at, clients),
    {
      ...clients.googleLogin,
      ...login,
      issuer: 'google',
      name: 'Larkspur Mobile',
      project: 'larkspur',
      redirectUris: back(larkspur, '/login/callback'),
    },
    {
      ...clients.googleChat,
      issuer: 'google',
      name: 'Larkspur Mobile chat',
      project: 'larkspur',
      redirectUris: back(larkspur, '/chat/callback'),
    },
    {
      ...clients.juniperLogin,
      ...login,
      issuer: 'google',
      name: 'Juniper Bank',
      project: 'juniper',
      redirectUris: back(juniper, '/login/callback'),
    },
    {
      ...clients.larkspurLogin,
      ...login,
      issuer: 'larkspur',
      name: 'Larkspur Mobile',
      project: 'larkspur',
      redirectUris: back(larkspur, '/login/callback'),
    },
    {
      ...clients.larkspurChat,
      issuer: 'larkspur',
      name: 'Larkspur Mobile chat',
      project: 'larkspur',
      redirectUris: back(larkspur, '/chat/callback'),
    },
    {
      ...clients.larkspurBackend,
      issuer: 'larkspur',
      name: 'Larkspur backend',
      backend: true,
      codesFor: [clients.larkspurChat.clientId],
      redirectUris: [],
    },
  ];
}

/** Where Larkspur ID tells that somebody signed out: one address for the client, whichever connection opened the chat. */
export async function registerLogout(
  at: Addresses,
  { larkspurChat }: Clients,
  { connections }: BrandView,
): Promise<void> {
  const own = connections.find(({ key }) => key === 'own');
  if (!own) return;
  const backchannelLogoutUri = `${at.api}/v1/connections/${own.id}/backchannel-logout`;
  await connectMockIdp(at.idp).changeClient('larkspur', larkspurChat.clientId, { backchannelLogoutUri });
}

/** Tells the stand-in who its clients are: it forgets them when it stops. */
export async function registerClients(
  at: Addresses,
  clients: Clients,
  signIn: Client | undefined,
): Promise<void> {
  const idp = connectMockIdp(at.idp);
  for (const registration of registrations(at, clients)) await idp.client(registration);
  if (signIn) await idp.client(serviceSignIn(at, signIn));
}

/** Where the chat's windows come back to is known once the brand is made: then its clients are told. */
export async function registerWindows(
  at: Addresses,
  { googleChat, larkspurChat }: Clients,
  { connections }: BrandView,
): Promise<void> {
  const idp = connectMockIdp(at.idp);
  const pages = originsOf(at, 'larkspur').map((origin) => `${origin}/chat/callback`);
  for (const [issuer, { clientId }] of [
    ['google', googleChat],
    ['larkspur', larkspurChat],
  ] as const) {
    const own = connections.filter((one) => one.issuer === `${at.idp}/${issuer}`);
    const windows = own.map(({ windowCallback }) => windowCallback);
    await idp.changeClient(issuer, clientId, { redirectUris: [...pages, ...windows] });
  }
}
