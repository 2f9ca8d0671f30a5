import { browserPlatform, Chat, type ChatState } from '@countersign/chat-client';
import type { IdentityState } from '@countersign/chat-client/identity';
import tokens from '@countersign/look/tokens.css';
import { sheetOf } from '../element.js';
import type { WindowHandle, WindowHost } from '../handover.js';
import { offerCard, requestCard } from './asks.js';
import { contrastOf } from './contrast.js';
import { focusKeeper } from './focus.js';
import { isKnown } from './header.js';
import { asksOf, partsOf } from './parts.js';
import css from './window.css';

const sheets = [sheetOf(tokens), sheetOf(css)];

/** Tells the page of what only the window knows. */
function teller(host: WindowHost, ring: () => void) {
  let heard = 0;
  let before: string | undefined;
  let refused: string | undefined;
  return {
    ofMessages({ messages }: ChatState): void {
      const last = messages.at(-1);
      if (last?.from === 'agent' && last.number > heard) {
        host.tell('message', { conversation: last.conversation });
        // What was there when the conversation was opened is not new.
        if (before === last.conversation) ring();
      }
      before = last?.conversation;
      heard = last?.number ?? 0;
    },
    ofSession({ session }: IdentityState): void {
      const { rejected } = session ?? {};
      if (rejected && rejected.attempt !== refused) host.tell('refused', rejected);
      refused = rejected?.attempt;
    },
  };
}

/** Whether a session has ended by its time alone: that is told in other words than a sign-out. */
function timeKeeper(now: () => number) {
  let until = Number.POSITIVE_INFINITY;
  let wasStale = false;
  return ({ phase, session, standing: how }: IdentityState): boolean => {
    if (session) {
      until = session.graceUntil ? Date.parse(session.graceUntil) : Number.POSITIVE_INFINITY;
      // The service may say so a moment before this device's clock does.
      wasStale = how === 'stale';
    }
    return phase === 'ended' && (wasStale || now() >= until);
  };
}

/** The chat behind the window. */
const chatOf = ({ identity }: WindowHost, onChange: () => void): Chat =>
  new Chat({
    identity,
    platform: browserPlatform(),
    onChange,
    // The page's mistake, so it is reported as the page's errors are: to its console and to whoever listens for them.
    onPageFactsRefused: ({ errors = [] }) =>
      reportError(
        new Error(`countersign: page facts not taken: ${errors.map(({ path }) => path).join(', ')}`),
      ),
  });

/** The window over the page: draws what identity and chat are, and passes wishes on. */
export function mount(host: WindowHost): WindowHandle {
  const { identity, root } = host;
  const chat = chatOf(host, () => draw());
  const parts = partsOf(host, chat);
  const { element, input } = parts;
  const before = root.adoptedStyleSheets;
  root.adoptedStyleSheets = [...before, ...sheets];
  root.prepend(element);
  const contrast = contrastOf(element);
  const focus = focusKeeper(root, element, input);
  const tell = teller(host, parts.sound.ring);
  const [asks, ranOut] = [asksOf(host, chat), timeKeeper(() => identity.api.now())];
  const draw = () => focus.keep(redraw);
  function redraw(): void {
    const { state } = chat;
    const open = identity.state.phase === 'open';
    const offer = offerCard(identity.state, asks);
    const isOver = state.conversation?.state === 'ended';
    parts.head.draw(identity.state, state);
    parts.notice.draw(identity.state, state, ranOut(identity.state));
    parts.notice.element.hidden ||= offer !== undefined;
    parts.place(open && isOver);
    parts.request.draw(requestCard(identity.state, asks));
    parts.offer.draw(offer);
    parts.proof.draw(identity.state);
    parts.list.draw(state, isKnown(identity.state));
    parts.rated.draw(state, open, identity.state.config?.brand.name ?? '');
    parts.absent.draw(identity.state, state);
    parts.absent.element.hidden ||= offer !== undefined;
    parts.banner.hidden = !open || state.connection !== 'offline';
    parts.list.element.hidden = !open;
    input.element.hidden = !open || offer !== undefined || isOver;
    host.setUnread(state.unread);
    tell.ofMessages(state);
  }
  const follow = (state: IdentityState) => {
    contrast.measure();
    tell.ofSession(state);
    draw();
  };
  identity.observe(follow);
  follow(identity.state);
  return {
    setOpen(open) {
      element.hidden = !open;
      chat.setOpen(open);
      if (open) focus.first();
    },
    setPageFacts: (facts) => chat.setPageFacts(facts),
    dispose() {
      parts.stop();
      contrast.stop();
      chat.dispose();
      element.remove();
      root.adoptedStyleSheets = before;
    },
  };
}
