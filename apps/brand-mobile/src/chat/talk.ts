import {
  Chat,
  type ChatState,
  Identity,
  type IdentityState,
  type PageMethod,
} from '@countersign/chat-client';
import { drafts } from '../device/drafts';
import { keyStore } from '../device/key-store';
import { platform } from '../device/platform';
import type { PushSource } from '../push/push';
import { ShopProblem, shop } from '../shop/backend';
import type { Pass, Settings } from '../shop/shapes';

export type TalkState = { readonly identity: IdentityState; readonly chat: ChatState };

/** The chat of whoever is signed in at the shop: what it is now, and what may be wished for. */
export type Talk = {
  readonly state: TalkState;
  /** Answers how to stop listening. */
  subscribe(listen: () => void): () => void;
  readonly chat: Chat;
  /** Proves who it is, without asking anybody: the shop's backend knows the app's session. */
  prove(): void;
  /** The person leaves: nothing of theirs stays, here or at the service. */
  signOut(): Promise<void>;
  dispose(): void;
};

/** What is asked whenever a proof is due: Larkspur's backend answers a code or an ID token. */
const proofBy =
  (pass: Pass): PageMethod =>
  async (asked) => {
    const { signal, ...attempt } = asked as { signal: AbortSignal };
    return shop.proof(pass.appToken, attempt, signal).catch((error: unknown) => {
      // The app is signed out at the shop: nobody is there to prove.
      if (error instanceof ShopProblem && error.kind === 'nobody') return null;
      throw error;
    });
  };

export function startTalk(settings: Settings, pass: Pass, connection: string, push: PushSource): Talk {
  const listeners = new Set<() => void>();
  const method = proofBy(pass);
  const identity = new Identity({
    apiUrl: settings.apiUrl,
    brand: settings.brand,
    connection,
    keyStore,
    device: platform,
    methodOf: () => method,
    isSeen: platform.isSeen,
  });
  let state: TalkState | undefined;
  const changed = () => {
    const before = state?.chat.unread ?? 0;
    state = { identity: identity.state, chat: chat.state };
    if (state.chat.unread !== before) push.setBadge(state.chat.unread);
    for (const listen of listeners) listen();
  };
  const chat: Chat = new Chat({ identity, platform, storage: drafts, onChange: () => state && changed() });
  state = { identity: identity.state, chat: chat.state };
  identity.observe(changed);
  const deaf = push.onPush(() => chat.wake());
  const begin = async () => {
    await identity.start(pass.subject);
    if (identity.state.phase === 'idle') await identity.prove();
  };
  void begin();

  return {
    get state() {
      return state ?? { identity: identity.state, chat: chat.state };
    },
    subscribe(listen) {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    chat,
    prove: () => void (identity.state.config ? identity.prove() : begin()),
    signOut: () => identity.signOut(),
    dispose() {
      deaf();
      chat.dispose();
      identity.dispose();
      push.setBadge(0);
    },
  };
}
