import type { KoaContextWithOIDC } from 'oidc-provider';
import { formPostPage, formPostPolicy } from '../pages/index.js';
import type { Entries } from '../profiles/index.js';
import type { World } from '../world/index.js';
import { addressWith } from './address.js';
import { responseModeOf } from './asked.js';

/** Sends the browser to the client, with the answer where the client wants it. */
export function deliver(world: World, ctx: KoaContextWithOIDC, redirectUri: string, entries: Entries): void {
  const mode = responseModeOf(ctx);
  if (mode !== 'form_post') {
    ctx.remove('content-security-policy');
    ctx.status = 303;
    ctx.redirect(addressWith(redirectUri, entries, mode));
    return;
  }
  const known = world.clients.find(world.key, ctx.oidc.client?.clientId ?? '');
  ctx.remove('location');
  ctx.status = 200;
  ctx.type = 'html';
  ctx.set({
    'content-security-policy': formPostPolicy,
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  ctx.body = formPostPage({
    label: world.label,
    application: known?.name ?? redirectUri,
    action: redirectUri,
    entries,
  });
}
