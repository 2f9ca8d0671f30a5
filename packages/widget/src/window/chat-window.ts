import { browserPlatform, Chat } from '@countersign/chat-client';
import type { IdentityState } from '@countersign/chat-client/identity';
import { readableOn } from '@countersign/look';
import tokens from '@countersign/look/tokens.css';
import { make, sheetOf } from '../element.js';
import type { WindowHandle, WindowHost } from '../handover.js';
import { composer } from './composer.js';
import { focusKeeper } from './focus.js';
import { header } from './header.js';
import { messageList } from './message-list.js';
import { panel } from './panel.js';
import css from './window.css';

const sheets = [sheetOf(tokens), sheetOf(css)];
const OFFLINE = 'No connection. Messages wait here and go out when it returns.';

/** The parts of the window, wired to what they wish for. */
function partsOf(host: WindowHost, chat: Chat) {
  const { identity } = host;
  const input = composer(
    (text) => chat.send(text),
    () => chat.typing(),
  );
  const head = header({
    onSignIn: host.signIn,
    onSignOut: () => void identity.signOut(),
    onEnd: () => void chat.end(),
    onClose: host.close,
  });
  const notice = panel({
    onSignIn: host.signIn,
    onAnonymous: () => void identity.beAnonymous(),
    onBegin: () => {
      chat.begin();
      input.focus();
    },
  });
  const list = messageList((clientId) => chat.retry(clientId));
  const banner = make(
    'p',
    { class: 'banner', role: 'status', 'data-testid': 'connection-banner', hidden: true },
    OFFLINE,
  );
  const element = make(
    'section',
    { class: 'window', role: 'dialog', 'aria-labelledby': 'title', 'data-testid': 'window', hidden: true },
    head.element,
    banner,
    make('div', { class: 'body' }, notice.element, list.element),
    input.element,
  );
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') host.close();
  });
  return { head, notice, list, input, banner, element };
}

/** The window over the page: draws what identity and chat are, and passes wishes on. */
export function mount(host: WindowHost): WindowHandle {
  const { identity } = host;
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
  const { head, notice, list, input, banner, element } = partsOf(host, chat);
  const contrast = sheetOf('');
  const before = host.root.adoptedStyleSheets;
  host.root.adoptedStyleSheets = [...before, ...sheets, contrast];
  host.root.prepend(element);
  let heard = 0;
  const focus = focusKeeper(host.root, element, input);
  const draw = () => focus.keep(redraw);
  function redraw(): void {
    const { state } = chat;
    head.draw(identity.state, state);
    notice.draw(identity.state, state);
    list.draw(state);
    const open = identity.state.phase === 'open';
    banner.hidden = !open || state.connection !== 'offline';
    list.element.hidden = !open;
    input.element.hidden = !open || state.conversation?.state === 'ended';
    host.setUnread(state.unread);
    const last = state.messages.at(-1);
    if (last?.from === 'agent' && last.number > heard)
      host.tell('message', { conversation: last.conversation });
    heard = last?.number ?? 0;
  }
  const own = host.root.host;
  let refused: string | undefined;
  const follow = (state: IdentityState) => {
    const accent = getComputedStyle(own).getPropertyValue('--countersign-accent');
    contrast.replaceSync(`:host{--on-accent:${readableOn(accent)}}`);
    const { rejected } = state.session ?? {};
    if (rejected && rejected.attempt !== refused) host.tell('refused', rejected);
    refused = rejected?.attempt;
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
      chat.dispose();
      element.remove();
      host.root.adoptedStyleSheets = before;
    },
  };
}
