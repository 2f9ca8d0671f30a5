import type Provider from 'oidc-provider';
import { type Exchange, note, redirect } from '../http/index.js';
import type { Person } from '../people/index.js';
import type { World } from '../world/index.js';
import { answer, type Interaction } from './interaction.js';

/** oidc-provider would sign the other account out first, with a page of its own: here both stay. */
async function changeOver(provider: Provider, { session }: Interaction, subject: string): Promise<void> {
  if (!session?.uid || session.accountId === subject) return;
  const known = await provider.Session.findByUid(session.uid);
  if (!known) return;
  known.loginAccount({ accountId: subject });
  known.authorizations = undefined;
  await known.persist();
}

export async function signIn(
  world: World,
  provider: Provider,
  exchange: Exchange,
  interaction: Interaction,
  person: Person,
): Promise<void> {
  const subject = person.subjects[world.key] ?? '';
  note(exchange.res, { subject });
  await changeOver(provider, interaction, subject);
  const cookies = world.browsers.add(exchange.req, subject);
  const returnTo = await answer(interaction, { login: { accountId: subject }, select_account: {} });
  world.log.debug({ issuer: world.key }, 'signed in');
  redirect(exchange, returnTo, cookies);
}
