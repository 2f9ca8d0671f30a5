import type { KoaContextWithOIDC } from 'oidc-provider';
import type { World } from '../world/index.js';

const hintOf = ({ oidc }: KoaContextWithOIDC): string | undefined => {
  const hint = oidc.params?.['login_hint'];
  return typeof hint === 'string' && hint !== '' ? hint : undefined;
};

/** The subject that a request wants, by its hint. `null`: it names nobody here. */
export function hinted({ key, people }: World, ctx: KoaContextWithOIDC): string | null | undefined {
  const hint = hintOf(ctx);
  if (hint === undefined) return undefined;
  return people.byHint(key, hint)?.subjects[key] ?? null;
}

/**
 * Before the session is read: a hint for somebody who is signed in with this browser makes them the one
 * who is asking, as with several accounts at a real provider.
 */
export function followHint(world: World, ctx: KoaContextWithOIDC): void {
  const { session } = ctx.oidc;
  const subject = hinted(world, ctx);
  if (!session || !subject || session.accountId === subject) return;
  const client = world.clients.find(world.key, ctx.oidc.client?.clientId ?? '');
  const known = world.browsers.subjects(ctx.req).includes(subject);
  if (!known && (!client?.signInByHint || ctx.oidc.prompts.has('none'))) return;
  if (!known) for (const cookie of world.browsers.add(ctx.req, subject)) ctx.append('set-cookie', cookie);
  session.loginAccount({ accountId: subject });
}
