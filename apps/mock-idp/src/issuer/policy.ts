import { errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type { World } from '../world/index.js';
import { foldEarlier } from './grants.js';
import { hinted } from './hint.js';

const { Check, Prompt, base } = interactionPolicy;

const justDone = ({ oidc }: KoaContextWithOIDC, step: 'login' | 'select_account'): boolean =>
  Object.hasOwn(oidc.result ?? {}, step);

/** Nobody is signed in, or not the one the request names. */
const signedIn = (world: World) =>
  new Check('account', 'nobody suitable is signed in', 'login_required', (ctx) => {
    const { account } = ctx.oidc;
    if (!account) return Check.REQUEST_PROMPT;
    // Signed out since: by the person, or from outside.
    if (!world.browsers.subjects(ctx.req).includes(account.accountId)) return Check.REQUEST_PROMPT;
    const subject = hinted(world, ctx);
    if (subject === undefined || justDone(ctx, 'login')) return Check.NO_NEED_TO_PROMPT;
    return subject === account.accountId ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
  });

/** Several are signed in and nothing says which of them is meant. */
const oneOfSeveral = (world: World) =>
  new Check('several', 'several accounts are signed in', 'interaction_required', (ctx) => {
    const undecided = hinted(world, ctx) === undefined && !justDone(ctx, 'login');
    return undecided && world.browsers.subjects(ctx.req).length > 1;
  });

/** Never asks: whoever may not use this client gets an error. */
const admitted = (world: World) =>
  new Check('admitted', 'this client is not for everybody', 'access_denied', ({ oidc }) => {
    const client = world.clients.find(world.key, oidc.client?.clientId ?? '');
    const person = world.people.bySubject(world.key, oidc.account?.accountId ?? '');
    const refusal = client && person && world.profile.judgePerson?.(client, person);
    if (refusal) throw new errors.CustomOIDCProviderError(refusal.error, refusal.description);
    return Check.NO_NEED_TO_PROMPT;
  });

/** Never asks: once everything has been asked, earlier grants join the one that is made now. */
const folded = (world: World) =>
  new Check('folded', 'earlier grants come along', 'interaction_required', async (ctx) => {
    await foldEarlier(world, ctx);
    return Check.NO_NEED_TO_PROMPT;
  });

/** Who is signed in, then which account, then whether they agree. */
export function policyOf(world: World): interactionPolicy.DefaultPolicy {
  const policy = base();
  const consent = policy.get('consent');
  const maxAge = policy.get('login')?.checks.get('max_age');
  const requestable = (name: 'login' | 'select_account') => world.profile.prompts.includes(name);
  policy.clear();
  policy.add(
    new Prompt(
      { name: 'login', requestable: requestable('login') },
      ...[signedIn(world), ...(maxAge ? [maxAge] : [])],
    ),
  );
  policy.add(
    new Prompt({ name: 'select_account', requestable: requestable('select_account') }, oneOfSeveral(world)),
  );
  policy.add(new Prompt({ name: 'admission', requestable: false }, admitted(world)));
  if (consent) policy.add(consent);
  policy.add(new Prompt({ name: 'earlier_grants', requestable: false }, folded(world)));
  return policy;
}
