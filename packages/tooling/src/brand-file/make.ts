import { randomBytes } from 'node:crypto';
import type { BrandView, ConnectionInput, PutBrand } from '@countersign/contracts';
import { type Client, connectMockIdp, type MockIdp, type PersonInput } from '@countersign/mock-idp/control';
import type { Addresses } from '../seed/addresses.js';
import { operatorOf } from '../seed/operator.js';
import type { MadeBrand, MadeClient } from './made.js';
import { type BrandFile, type FileBrand, type FileConnection, isStandIn } from './shape.js';

type World = { readonly addresses: Addresses; readonly operatorKey: string; readonly idp: MockIdp };

const issuerUrl = ({ addresses }: World, issuer: string): string =>
  isStandIn(issuer) ? `${addresses.idp}/${issuer}` : issuer;

const shown = ({ issuer, clientId, clientSecret, redirectUris }: Client, world: World): MadeClient => ({
  issuer: issuerUrl(world, issuer),
  clientId,
  clientSecret,
  redirectUris,
});

/** The chat's own clients at the stand-in, by connection. */
async function chatClients(world: World, brand: FileBrand): Promise<Map<string, Client>> {
  const made = new Map<string, Client>();
  for (const connection of brand.connections) {
    if (connection.flow !== 'code' || !isStandIn(connection.issuer)) continue;
    const { key, issuer, clientId, clientSecret, redirectUris = [] } = connection;
    made.set(
      key,
      await world.idp.client({
        issuer,
        name: `${brand.name} chat`,
        project: brand.slug,
        redirectUris,
        ...(clientId ? { clientId } : {}),
        ...(clientSecret ? { clientSecret } : {}),
      }),
    );
  }
  return made;
}

async function siteClients(
  { idp }: World,
  { name, slug, clients }: FileBrand,
  chats: ReadonlyMap<string, Client>,
): Promise<Map<string, Client>> {
  const made = new Map<string, Client>();
  for (const { key, codesFor, ...client } of clients) {
    const ids = codesFor?.flatMap((one) => chats.get(one)?.clientId ?? []);
    const given = Object.fromEntries(Object.entries(client).filter(([, value]) => value !== undefined));
    made.set(
      key,
      await idp.client({
        ...given,
        issuer: client.issuer,
        name: client.name ?? name,
        project: slug,
        ...(ids ? { codesFor: ids } : {}),
      }),
    );
  }
  return made;
}

function connectionOf(
  world: World,
  brand: FileBrand,
  connection: FileConnection,
  chat: Client | undefined,
): ConnectionInput {
  const shared = {
    label: connection.flow === 'code' ? 'Code Flow' : 'Implicit Flow',
    origins: brand.origins,
    ...connection,
    issuer: issuerUrl(world, connection.issuer),
  };
  const credentials = chat && { clientId: chat.clientId, clientSecret: chat.clientSecret };
  return { ...shared, ...credentials } as ConnectionInput;
}

function issuersOf(world: World, { issuers, connections }: FileBrand): PutBrand['issuers'] {
  const named = new Set(connections.map(({ issuer }) => issuer).filter(isStandIn));
  const label = (issuer: string) => `${issuer.charAt(0).toUpperCase()}${issuer.slice(1)}`;
  const standIns = [...named.add('google')].map((issuer) => ({
    url: issuerUrl(world, issuer),
    label: label(issuer),
  }));
  return [...standIns, ...issuers];
}

/** Each invited agent is somebody at the stand-in, whom its issuer vouches for. */
async function agentsAsPeople({ idp }: World, { brands, people }: BrandFile): Promise<void> {
  const known = new Set(people.flatMap(({ email }) => email?.toLowerCase() ?? []));
  for (const { slug, agents } of brands)
    for (const { email, name } of agents) {
      const [local = '', domain = ''] = email.toLowerCase().split('@');
      if (known.has(email.toLowerCase())) continue;
      known.add(email.toLowerCase());
      const id = `${slug}-${local}`.replaceAll(/[^a-z0-9._-]/g, '-').slice(0, 80);
      const hd = domain === 'gmail.com' ? {} : { hd: domain };
      await idp.person({ id, name, email, emailVerified: true, issuers: ['google'], ...hd });
    }
}

async function makeBrand(world: World, brand: FileBrand): Promise<MadeBrand> {
  const { addresses, operatorKey, idp } = world;
  const chats = await chatClients(world, brand);
  const sites = await siteClients(world, brand, chats);
  const desk = await idp.client({
    issuer: 'google',
    clientId: `${brand.slug}-workspace`,
    clientSecret: randomBytes(24).toString('base64url'),
    name: 'Countersign workspace',
    project: 'countersign',
    consent: 'given',
    redirectUris: [`${addresses.api}/v1/agent/callback`],
  });
  const operator = operatorOf(addresses.api, operatorKey);
  const { slug, name, accent, facts, agents, agentDomain, rights } = brand;
  const view = await operator.putBrand(slug, {
    name,
    ...(accent ? { accent } : {}),
    issuers: issuersOf(world, brand),
    connections: brand.connections.map((one) => connectionOf(world, brand, one, chats.get(one.key))),
    facts,
    agentSignIn: {
      issuer: issuerUrl(world, 'google'),
      clientId: desk.clientId,
      clientSecret: desk.clientSecret,
      ...(agentDomain ? { hostedDomain: agentDomain } : {}),
    },
    agents,
  });
  const apiKey = await operator.makeApiKey(slug, {
    connections: brand.connections.map(({ key }) => key),
    rights,
  });
  const clients = Object.fromEntries([...sites].map(([key, client]) => [key, shown(client, world)]));
  return madeOf(world, brand, { view, chats, clients, apiKey: apiKey.key });
}

type Parts = {
  readonly view: BrandView;
  readonly chats: ReadonlyMap<string, Client>;
  readonly clients: Record<string, MadeClient>;
  readonly apiKey: string;
};

const madeOf = (world: World, brand: FileBrand, { view, chats, clients, apiKey }: Parts): MadeBrand => ({
  name: brand.name,
  apiKey,
  ...(brand.agentDomain ? { agentDomain: brand.agentDomain } : {}),
  encryptionKeysUrl: `${world.addresses.api}/v1/brands/${brand.slug}/jwks`,
  clients,
  connections: Object.fromEntries(
    view.connections.map(({ id, key, flow, issuer, audience }) => {
      const chat = chats.get(key);
      return [key, { id, flow, issuer, audience, ...(chat ? { client: shown(chat, world) } : {}) }];
    }),
  ),
});

/** Makes everything a file names, through the doors everybody uses. */
export async function makeBrands(
  file: BrandFile,
  { addresses, operatorKey, alone }: { addresses: Addresses; operatorKey: string; alone: boolean },
): Promise<Record<string, MadeBrand>> {
  const idp = connectMockIdp(addresses.idp);
  const world = { addresses, operatorKey, idp };
  // The cast of the demo would stand in every account chooser.
  if (alone) for (const { id } of await idp.people()) await idp.removePerson(id);
  for (const person of file.people) {
    const given = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined));
    await idp.person(given as PersonInput);
  }
  await agentsAsPeople(world, file);
  const made: Record<string, MadeBrand> = {};
  for (const brand of file.brands) made[brand.slug] = await makeBrand(world, brand);
  return made;
}
