import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { connectMockIdp } from '@countersign/mock-idp/control';
import type { Addresses } from './addresses.js';
import { juniper, larkspur } from './brands.js';
import { type Client, registerClients, registerLogout, registerWindows } from './clients.js';
import { playScenes } from './conversations/scenes.js';
import { demoFile } from './demo-file.js';
import { keyStillWorks, operatorOf } from './operator.js';
import { actionsSecret, type DemoSecrets, makeDemoSecrets } from './secrets.js';

export type { Addresses } from './addresses.js';

export type SeedOptions = {
  readonly addresses: Addresses;
  readonly operatorKey: string;
  /** Where the demo's secrets are kept between starts. */
  readonly secretsFile: string;
  /** What the brand site reads. */
  readonly demoFile: string;
  /** Six conversations for a queue that is never empty: once per database. */
  readonly conversations: boolean;
  /** The client of the service's own sign-in, where it has one. */
  readonly signIn?: Client | undefined;
};

/** Whole or not at all: a killed start must not leave half a file. */
function write(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function secretsIn(file: string): DemoSecrets {
  // Of a house from before the shop carried anything out.
  if (existsSync(file))
    return {
      ...({ actions: actionsSecret() } as Partial<DemoSecrets>),
      ...(JSON.parse(readFileSync(file, 'utf8')) as DemoSecrets),
    };
  const made = makeDemoSecrets();
  write(file, made);
  return made;
}

/** Makes the demo brands as they should be. Can run at every start: what is there stays as it is. */
export async function seed({
  addresses,
  operatorKey,
  secretsFile,
  demoFile: file,
  conversations,
  signIn,
}: SeedOptions): Promise<void> {
  const secrets = secretsIn(secretsFile);
  await registerClients(addresses, secrets.clients, signIn);
  const operator = operatorOf(addresses.api, operatorKey);
  const brands = {
    larkspur: await operator.putBrand('larkspur', larkspur(addresses, secrets)),
    juniper: await operator.putBrand('juniper', juniper(addresses, secrets.clients)),
  };
  await registerLogout(addresses, secrets.clients, brands.larkspur);
  await registerWindows(addresses, secrets.clients, brands.larkspur);
  for (const slug of ['larkspur', 'juniper'] as const) {
    const connections = brands[slug].connections.map(({ key }) => key);
    const known = secrets.apiKeys[slug];
    if (known && (await keyStillWorks(addresses.api, connections[0] ?? '', known))) continue;
    const made = await operator.makeApiKey(slug, {
      connections,
      rights: ['facts:write', 'sessions:end', 'traces:read'],
    });
    secrets.apiKeys[slug] = made.key;
  }
  write(secretsFile, secrets);
  const people = await connectMockIdp(addresses.idp).people();
  write(file, demoFile(addresses, brands, secrets, people));
  const { id, connections } = brands.larkspur;
  if (!conversations || secrets.seeded === id) return;
  const audience = connections.find(({ key }) => key === 'signed')?.audience ?? '';
  await playScenes({ addresses, secrets, audience });
  write(secretsFile, { ...secrets, seeded: id });
}
