import { browserPlatform, Chat, type ChatState } from '@countersign/chat-client';
import type { IdentityState } from '@countersign/chat-client/identity';
import { readableOn } from '@countersign/look';
import tokens from '@countersign/look/tokens.css';
import { make, sheetOf } from '../element.js';
import type { WindowHandle, WindowHost } from '../handover.js';
import { type AskActions, offerCard, requestCard } from './asks.js';
import { card } from './card.js';
import { type Composer, composer } from './composer.js';
import { focusKeeper } from './focus.js';
import { header, isKnown } from './header.js';
import { messageList } from './message-list.js';
import { panel } from './panel.js';
import { popOut } from './pop-out.js';
import { standing } from './standing.js';
import css from './window.css';

const sheets = [sheetOf(tokens), sheetOf(css)];

/** The words go with the first file, each other file by itself. */
function say(chat: Chat, text: string, files: readonly File[]): void {
  if (files.length === 0) chat.send(text);
  files.forEach((file, index) => {
    chat.attach(file, index === 0 ? { text: text.trim() && text } : {});
  });
}

const offline = () =>
  make(
    'p',
    { class: 'banner', role: 'status', 'data-testid': 'connection-banner', hidden: true },
    'No connection. Messages wait here and go out when it returns.',
  );

/** The parts of the window, wired to what they wish for. */
function partsOf(host: WindowHost, chat: Chat) {
  const { identity } = host;
  const input = composer(
    (text, files) => say(chat, text, files),
    () => chat.typing(),
  );
  const popped = popOut(host, chat);
  const head = header({
    ownPage: host.ownPage === true,
    onPopOut: popped.open,
    onSignIn: host.signIn,
    onSignOut: () => void identity.signOut(),
    onEnd: () => void chat.end(),
    onClose: host.close,
  });
  const notice = panel({
    ownPage: host.ownPage === true,
    onSignIn: host.signIn,
    onAnonymous: () => void identity.beAnonymous(),
    onBegin: () => {
      chat.begin();
      input.focus();
    },
  });
  const [request, offer] = [card(), card()];
  const list = messageList(
    {
      onRetry: (clientId) => chat.retry(clientId),
      onDiscard: (clientId) => chat.discard(clientId),
      onEarlier: () => chat.earlier(),
      openFile: (id) => chat.openFile(id),
    },
    request.element,
  );
  const proof = standing({ now: () => identity.api.now(), onStay: () => void chat.life.renew() });
  const banner = offline();
  const element = make(
    'section',
    {
      class: 'window',
      role: host.ownPage ? 'region' : 'dialog',
      'aria-labelledby': 'title',
      'data-testid': 'window',
      hidden: true,
    },
    head.element,
    banner,
    popped.element,
    proof.element,
    make('div', { class: 'body' }, offer.element, notice.element, list.element),
    input.element,
  );
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') host.close();
  });
  dropsInto(element, input);
  return { head, notice, list, request, offer, proof, input, banner, element };
}

/** Files are dropped anywhere on the window, while there is something to write in. */
function dropsInto(element: HTMLElement, { element: form, add }: Composer): void {
  const over = (event: DragEvent) => {
    const takes = !form.hidden && event.dataTransfer?.types.includes('Files') === true;
    if (takes) event.preventDefault();
    element.toggleAttribute('data-drop', takes && event.type === 'dragover');
    return takes;
  };
  element.addEventListener('dragover', over);
  element.addEventListener('dragleave', () => element.removeAttribute('data-drop'));
  element.addEventListener('drop', (event) => {
    if (over(event)) add([...(event.dataTransfer?.files ?? [])]);
  });
}

/** What a click on a card does. The page's method is called within it, where it opens a window. */
const asksOf = ({ identity, signIn, ownPage }: WindowHost, chat: Chat): AskActions => ({
  onProve: () => {
    // Nobody is signed in at the brand, so the page has nothing to prove: signing in is its business.
    const elsewhere = !ownPage && !identity.isNamed;
    if (elsewhere && identity.state.session?.request?.kind === 'sign-in') signIn();
    else void chat.life.stepUp();
  },
  onDecline: () => void chat.declineRequest(),
  onMerge: (accept) => void chat.merge(accept),
});

/** Tells the page of what only the window knows. */
function teller(host: WindowHost) {
  let heard = 0;
  let refused: string | undefined;
  return {
    ofMessages({ messages }: ChatState): void {
      const last = messages.at(-1);
      if (last?.from === 'agent' && last.number > heard)
        host.tell('message', { conversation: last.conversation });
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

/** The window over the page: draws what identity and chat are, and passes wishes on. */
export function mount(host: WindowHost): WindowHandle {
  const { identity, root } = host;
  const chat = new Chat({
    identity,
    platform: browserPlatform(),
    onChange: () => draw(),
    // The page's mistake, so it is reported as the page's errors are: to its console and to whoever listens for them.
    onPageFactsRefused: ({ errors = [] }) =>
      reportError(
        new Error(`countersign: page facts not taken: ${errors.map(({ path }) => path).join(', ')}`),
      ),
  });
  const parts = partsOf(host, chat);
  const { element, input } = parts;
  const contrast = sheetOf('');
  const before = root.adoptedStyleSheets;
  root.adoptedStyleSheets = [...before, ...sheets, contrast];
  root.prepend(element);
  const focus = focusKeeper(root, element, input);
  const [asks, tell, ranOut] = [asksOf(host, chat), teller(host), timeKeeper(() => identity.api.now())];
  const draw = () => focus.keep(redraw);
  function redraw(): void {
    const { state } = chat;
    const open = identity.state.phase === 'open';
    const offer = offerCard(identity.state, asks);
    parts.head.draw(identity.state, state);
    parts.notice.draw(identity.state, state, ranOut(identity.state));
    parts.notice.element.hidden ||= offer !== undefined;
    parts.request.draw(requestCard(identity.state, asks));
    parts.offer.draw(offer);
    parts.proof.draw(identity.state);
    parts.list.draw(state, isKnown(identity.state));
    parts.banner.hidden = !open || state.connection !== 'offline';
    parts.list.element.hidden = !open;
    input.element.hidden = !open || offer !== undefined || state.conversation?.state === 'ended';
    host.setUnread(state.unread);
    tell.ofMessages(state);
  }
  const follow = (state: IdentityState) => {
    const accent = getComputedStyle(root.host).getPropertyValue('--countersign-accent');
    contrast.replaceSync(`:host{--on-accent:${readableOn(accent)}}`);
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
      parts.proof.stop();
      chat.dispose();
      element.remove();
      root.adoptedStyleSheets = before;
    },
  };
}
