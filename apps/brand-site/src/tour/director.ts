import { find, type Hands, NotThere, perform, until } from '@countersign/guide';
import type { ChatElement } from '../chat/chat-element';
import { cast } from '../demo/cast';
import * as leftOver from './left-over';
import type { Deed, Step } from './story';

const SHOP_MS = 20_000;

export type Stage = {
  readonly shop: () => HTMLIFrameElement | null;
  readonly desk: Hands;
};

const pageOf = (stage: Stage) => (): Document | null => stage.shop()?.contentDocument ?? null;

const chatOf = (stage: Stage): ChatElement | null =>
  pageOf(stage)()?.querySelector<ChatElement>('countersign-chat') ?? null;

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
  leftOver.note();
  for (const deed of deeds) {
    signal.throwIfAborted();
    await doOne(stage, deed, signal);
  }
}

/** A part of the chat in the shop's page, shown or not. */
const partOf = (stage: Stage, testid: string): HTMLElement | undefined =>
  chatOf(stage)?.shadowRoot?.querySelector<HTMLElement>(`[data-testid="${testid}"]`) ?? undefined;

/** Ends the conversation of whoever the page's chat knows, if one is open. */
async function endOpenOne(stage: Stage, as: string, signal: AbortSignal): Promise<void> {
  const page = pageOf(stage);
  const click = (testid: string) => perform(page, { kind: 'click', on: { testid } }, { signal });
  await click('launcher');
  const hasCome = () => {
    const shown = page();
    if (!shown || !find(shown, { testid: 'identity-line', text: as })) return undefined;
    const messages = find(shown, { testid: 'messages' });
    return messages?.ariaBusy === 'false' ? messages : undefined;
  };
  await until(hasCome, 'The chat', SHOP_MS, signal);
  const isOver = () => partOf(stage, 'end')?.hidden || undefined;
  if (isOver()) return;
  await click('menu');
  await click('end');
  await until(isOver, 'The end of the conversation', SHOP_MS, signal);
}

/** The chat forgets its key with whoever it is: what is said next is a stranger's. */
async function signOut(stage: Stage, signal: AbortSignal): Promise<void> {
  await chatOf(stage)?.signOut?.();
  await fetch('/logout', { method: 'POST', redirect: 'manual', signal });
}

/** Everything as it was before anybody came: Ada's bills, no conversation of hers, nobody signed in at the shop. */
export async function setTheStage(stage: Stage, signal: AbortSignal): Promise<void> {
  await stage.desk.arrived(signal);
  const reset = await fetch('/api/demo/reset', { method: 'POST', signal });
  if (!reset.ok) throw new NotThere(`The shop could not be reset: ${reset.status}.`);
  if (leftOver.isThere()) {
    await go(stage, '/', signal);
    await endOpenOne(stage, '', signal);
    await signOut(stage, signal);
  }
  await go(stage, loginAsAda('/account'), signal);
  await endOpenOne(stage, 'Signed in', signal);
  await signOut(stage, signal);
  await go(stage, '/', signal);
  leftOver.forget();
}
