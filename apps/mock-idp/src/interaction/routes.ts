import type Provider from 'oidc-provider';
import { type Exchange, note, readForm, redirect } from '../http/index.js';
import type { World } from '../world/index.js';
import { answer, type Underway, underway } from './interaction.js';
import { askedOf, grantedBy } from './scopes.js';
import { showChooser, showConsent, showEnded } from './show.js';
import { signIn } from './sign-in.js';

type Step = (world: World, provider: Provider, exchange: Exchange, current: Underway) => Promise<void> | void;

const show: Step = (world, _provider, exchange, current) => {
  const { prompt, session } = current.interaction;
  const person = world.people.bySubject(world.key, session?.accountId ?? '');
  if (prompt.name === 'consent' && person) showConsent(world, exchange, current, person);
  else showChooser(world, exchange, current);
};

const choose: Step = async (world, provider, exchange, current) => {
  const id = (await readForm(exchange.req)).get('account') ?? '';
  const person = world.people.at(world.key).find((one) => one.id === id);
  if (person) return signIn(world, provider, exchange, current.interaction, person);
  showChooser(world, exchange, current, { typed: '', problem: 'This account is no longer here.' });
};

const typeOther: Step = async (world, provider, exchange, current) => {
  const typed = ((await readForm(exchange.req)).get('who') ?? '').trim();
  const person = world.people.byHint(world.key, typed);
  if (person) return signIn(world, provider, exchange, current.interaction, person);
  const problem = typed ? 'No account has this address or handle.' : 'Enter an e-mail address or a handle.';
  showChooser(world, exchange, current, { typed, problem });
};

const cancel: Step = async (_world, _provider, exchange, { interaction }) => {
  interaction.result = { error: 'access_denied', error_description: 'The person cancelled.' };
  await interaction.persist();
  redirect(exchange, interaction.returnTo);
};

const agree: Step = async (world, provider, exchange, current) => {
  const { interaction, client } = current;
  const scopes = grantedBy(await readForm(exchange.req), askedOf(world, interaction));
  if (scopes.length === 0) return cancel(world, provider, exchange, current);
  world.consents.give(interaction.session?.accountId ?? '', client.project, scopes);
  redirect(exchange, await answer(interaction, { consent: { scopes } }));
};

const steps: Readonly<Record<string, Step>> = {
  'GET ': show,
  'POST account': choose,
  'POST other': typeOther,
  'POST consent': agree,
  'POST cancel': cancel,
};

/** Whose sign-in these pages belong to. */
function noteLogin({ res }: Exchange, { interaction: { params, session } }: Underway): void {
  const said = (name: string): string | undefined => {
    const value = params[name];
    return typeof value === 'string' ? value : undefined;
  };
  note(res, {
    clientId: said('client_id'),
    state: said('state'),
    loginHint: said('login_hint'),
    subject: session?.accountId,
  });
}

/** The pages between the request and the return. Answers whether the path was one of theirs. */
export async function interact(
  world: World,
  provider: Provider,
  exchange: Exchange,
  path: string,
): Promise<boolean> {
  const [, uid, step = ''] = /^\/interaction\/([\w-]+)(?:\/([a-z]+))?$/.exec(path) ?? [];
  const take = steps[`${exchange.req.method} ${step}`];
  if (!uid || !take) return false;
  const current = await underway(world, provider, exchange.req, uid);
  if (current) noteLogin(exchange, current);
  if (current) await take(world, provider, exchange, current);
  else showEnded(world, exchange);
  return true;
}
