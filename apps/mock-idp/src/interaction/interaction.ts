import type { IncomingMessage } from 'node:http';
import type Provider from 'oidc-provider';
import type { Client } from '../clients/index.js';
import { cookieOf } from '../http/index.js';
import type { World } from '../world/index.js';

export type Interaction = NonNullable<Awaited<ReturnType<Provider['interactionDetails']>>>;

/** A sign-in that a person is in the middle of, and the client that waits for it. */
export type Underway = { readonly interaction: Interaction; readonly client: Client };

/** By its id, and only in the browser that began it. */
export async function underway(
  world: World,
  provider: Provider,
  req: IncomingMessage,
  uid: string,
): Promise<Underway | undefined> {
  if (cookieOf(req, `idp_${world.key}_interaction`) !== uid) return undefined;
  const interaction = await provider.Interaction.find(uid);
  const client = interaction && world.clients.find(world.key, String(interaction.params['client_id']));
  return interaction && client ? { interaction, client } : undefined;
}

/** What the person has answered so far, and now this. */
export async function answer(interaction: Interaction, result: Interaction['result']): Promise<string> {
  interaction.result = { ...interaction.lastSubmission, ...result };
  await interaction.persist();
  return interaction.returnTo;
}
