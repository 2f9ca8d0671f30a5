import { type ChatApp, type ChatAppState, createChat } from '@countersign/chat-client';
import { drafts } from '../device/drafts';
import { keyStore } from '../device/key-store';
import { platform } from '../device/platform';
import type { PushSource } from '../push/push';
import { ShopProblem, shop } from '../shop/backend';
import type { Pass, Settings } from '../shop/shapes';

export type { ChatApp, ChatAppState };

/** The chat of whoever is signed in at the shop: their own backend vouches for them, whenever a proof is due. */
export function startTalk(settings: Settings, pass: Pass, connection: string, push: PushSource): ChatApp {
  const talk = createChat({
    apiUrl: settings.apiUrl,
    brand: settings.brand,
    connection,
    person: pass.subject,
    platform,
    keyStore,
    storage: drafts,
    onPush: push.onPush,
    proof: ({ signal, ...attempt }) =>
      shop.proof(pass.appToken, attempt, signal).catch((error: unknown) => {
        // The app is signed out at the shop: nobody is there to prove.
        if (error instanceof ShopProblem && error.kind === 'nobody') return null;
        throw error;
      }),
  });
  let unread = 0;
  talk.subscribe(({ chat }) => {
    if (chat.unread !== unread) push.setBadge(chat.unread);
    unread = chat.unread;
  });
  void talk.start();
  return talk;
}
