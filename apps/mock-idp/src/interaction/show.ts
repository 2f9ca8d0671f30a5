import { type Exchange, sendHtml } from '../http/index.js';
import { chooserPage, consentPage, detailOf, errorPage } from '../pages/index.js';
import type { Person } from '../people/index.js';
import type { World } from '../world/index.js';
import { accountsFor } from './accounts.js';
import type { Underway } from './interaction.js';
import { askedOf, optionalOf } from './scopes.js';

const actionOf = ({ mount }: World, { interaction }: Underway) => `${mount}/interaction/${interaction.uid}`;

export function showChooser(
  world: World,
  exchange: Exchange,
  current: Underway,
  failed?: { readonly typed: string; readonly problem: string },
): void {
  const { interaction, client } = current;
  const hint = interaction.params['login_hint'];
  sendHtml(
    exchange,
    failed ? 422 : 200,
    chooserPage({
      label: world.label,
      application: client.name,
      accounts: accountsFor(world, exchange.req, interaction),
      action: actionOf(world, current),
      typed: failed?.typed ?? (typeof hint === 'string' ? hint : undefined),
      problem: failed?.problem,
    }),
  );
}

export function showConsent(world: World, exchange: Exchange, current: Underway, person: Person): void {
  const { interaction, client } = current;
  const asked = askedOf(world, interaction);
  sendHtml(
    exchange,
    200,
    consentPage({
      label: world.label,
      application: client.name,
      name: person.name,
      detail: detailOf(person),
      scopes: asked,
      optional: optionalOf(asked),
      action: actionOf(world, current),
    }),
  );
}

/** Where there is nothing left to go on with. */
export const signInEnded = {
  status: 400,
  error: 'sign_in_ended',
  description:
    'This sign-in has ended, or began in another browser. Go back to the application and start again.',
};

export const showEnded = ({ label }: World, exchange: Exchange): void =>
  sendHtml(exchange, signInEnded.status, errorPage({ label, ...signInEnded }));
