import { type Act, find, type Hands, NotThere, perform, until } from '@countersign/guide';
import type { ChatElement } from '../chat/chat-element';
import { cast } from '../demo/cast';
import type { Deed, Step } from './story';

const SHOP_MS = 20_000;
/** A conversation of an earlier demo comes back at once, or there is none. */
const LEFT_OVER_MS = 2_000;

export type Stage = {
  readonly shop: () => HTMLIFrameElement | null;
  readonly desk: Hands;
};

const pageOf = (stage: Stage) => (): Document | null => stage.shop()?.contentDocument ?? null;

export const loginAsAda = (to: string): string =>
  `/login/larkspur?${new URLSearchParams({ hint: cast.customer.hint, to })}`;

/** Goes there, and waits until the page is whole. A login leads away and back: the last page counts. */
function go(stage: Stage, path: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const frame = stage.shop();
    if (!frame) return reject(new NotThere('The shop is not there.'));
    const end = (settle: () => void) => {
      clearTimeout(timer);
      frame.removeEventListener('load', arrived);
      signal.removeEventListener('abort', stop);
      settle();
    };
    const arrived = () => {
      // Of another origin, on its way through the provider, it cannot be read.
      if (frame.contentDocument && !frame.contentDocument.location.pathname.startsWith('/login'))
        end(resolve);
    };
    const stop = () => end(() => reject(signal.reason));
    const timer = setTimeout(() => end(() => reject(new NotThere('The shop did not answer.'))), SHOP_MS);
    frame.addEventListener('load', arrived);
    signal.addEventListener('abort', stop, { once: true });
    frame.contentWindow?.location.assign(path);
  });
}

/** What a page may push to the chat, as any page may. */
function claim(stage: Stage, facts: Readonly<Record<string, string>>): void {
  type Page = { countersign?: { push(item: object): unknown } };
  const page = stage.shop()?.contentWindow as (Window & Page) | null | undefined;
  page?.countersign?.push({ pageFacts: { viewing: 'Plans', ...facts } });
}

async function doOne(stage: Stage, deed: Deed, signal: AbortSignal): Promise<void> {
  if ('goTo' in deed) return go(stage, deed.goTo, signal);
  if ('claim' in deed) return claim(stage, deed.claim);
  if (deed.at === 'desk') return stage.desk.perform(deed.act, signal);
  return perform(pageOf(stage), deed.act, { signal });
}

/** Plays one step. Whatever the audience did meanwhile, each deed waits for what it acts on. */
export async function play(stage: Stage, { deeds }: Step, signal: AbortSignal): Promise<void> {
  for (const deed of deeds) {
    signal.throwIfAborted();
    await doOne(stage, deed, signal);
  }
}

/** Ends what an earlier demo left open with Ada, if it left anything. */
async function endLeftOver(stage: Stage, signal: AbortSignal): Promise<void> {
  const page = pageOf(stage);
  const click = (testid: string, patienceMs?: number): Promise<void> => {
    const act: Act = { kind: 'click', on: { testid } };
    return perform(page, act, { signal, patienceMs });
  };
  await click('launcher');
  const isAda = () => {
    const shown = page()
      ? find(page() as Document, { testid: 'identity-line', text: 'Signed in' })
      : undefined;
    return shown;
  };
  await until(isAda, 'Ada, signed in to the chat,', SHOP_MS, signal);
  await click('menu');
  await click('end', LEFT_OVER_MS).catch((error: unknown) => {
    if (!(error instanceof NotThere)) throw error;
  });
}

/** Everything as it was before anybody came: Ada's bills, no conversation of hers, nobody signed in at the shop. */
export async function setTheStage(stage: Stage, signal: AbortSignal): Promise<void> {
  await stage.desk.arrived(signal);
  const reset = await fetch('/api/demo/reset', { method: 'POST', signal });
  if (!reset.ok) throw new NotThere(`The shop could not be reset: ${reset.status}.`);
  await go(stage, loginAsAda('/account'), signal);
  await endLeftOver(stage, signal);
  // The chat forgets its key with her: what is said next is a stranger's.
  await pageOf(stage)()?.querySelector<ChatElement>('countersign-chat')?.signOut?.();
  await fetch('/logout', { method: 'POST', redirect: 'manual', signal });
  await go(stage, '/', signal);
}
