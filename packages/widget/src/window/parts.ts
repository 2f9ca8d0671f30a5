import type { Chat } from '@countersign/chat-client';
import { make } from '../element.js';
import type { WindowHost } from '../handover.js';
import { isRtl } from '../language.js';
import { say, spoken } from '../words/index.js';
import type { AskActions } from './asks.js';
import { away } from './away.js';
import { card } from './card.js';
import { cardViews } from './cards/card-views.js';
import { type Composer, composer } from './composer.js';
import { header } from './header.js';
import { messageList } from './message-list.js';
import { panel } from './panel.js';
import { popOut } from './pop-out.js';
import { rating } from './rating.js';
import { savingOf } from './saving.js';
import { sound } from './sound.js';
import { standing } from './standing.js';

/** The words go with the first file, each other file by itself. */
function sendAll(chat: Chat, text: string, files: readonly File[]): void {
  if (files.length === 0) chat.send(text);
  files.forEach((file, index) => {
    chat.attach(file, index === 0 ? { text: text.trim() && text } : {});
  });
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
export const asksOf = ({ identity, signIn, ownPage }: WindowHost, chat: Chat): AskActions => ({
  onProve: () => {
    // Nobody is signed in at the brand, so the page has nothing to prove: signing in is its business.
    const elsewhere = !ownPage && !identity.isNamed;
    if (elsewhere && identity.state.session?.request?.kind === 'sign-in') signIn();
    else void chat.life.stepUp();
  },
  onDecline: () => void chat.declineRequest(),
  onCallOff: () => identity.callOff(),
  onMerge: (accept) => void chat.merge(accept),
});

/** Above the messages: whose chat it is, and what there is to say of the connection, the proof, a file being made. */
function upperParts(host: WindowHost, chat: Chat) {
  const { identity } = host;
  const popped = popOut(host, chat);
  const tones = sound();
  const saving = savingOf(chat, () => identity.state.config?.brand.name ?? '');
  const head = header({
    ownPage: host.ownPage === true,
    onPopOut: popped.open,
    onSignIn: host.signIn,
    onSignOut: () => void identity.signOut(),
    onEnd: () => void chat.end(),
    onSave: () => void saving.save(),
    onSound: () => {
      tones.toggle();
      head.draw(identity.state, chat.state);
    },
    hasSound: () => tones.isOn,
    onClose: host.close,
  });
  const proof = standing({
    now: () => identity.api.now(),
    onStay: () => void chat.life.renew(),
    onCallOff: () => identity.callOff(),
  });
  const banner = make(
    'p',
    { class: 'banner', role: 'status', 'data-testid': 'connection-banner', hidden: true },
    say('offline'),
  );
  return {
    head,
    banner,
    proof,
    tones,
    above: [head.element, banner, popped.element, saving.element, proof.element],
  };
}

/** Where it is read and written. */
function lowerParts(host: WindowHost, chat: Chat) {
  const { identity } = host;
  const input = composer(
    (text, files) => sendAll(chat, text, files),
    () => chat.typing(),
  );
  const notice = panel({
    ownPage: host.ownPage === true,
    onSignIn: host.signIn,
    onAnonymous: () => void identity.beAnonymous(),
    onCallOff: () => identity.callOff(),
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
      drawCard: cardViews({
        answer: (answer) => chat.answerCard(answer),
        brand: () => identity.state.config?.brand.name ?? '',
      }),
    },
    request.element,
  );
  const rated = rating((one) => chat.rate(one));
  const absent = away((address) => chat.contact(address));
  const body = make(
    'div',
    { class: 'body' },
    offer.element,
    notice.element,
    list.element,
    rated.element,
    absent.element,
  );
  /** What is over is read first, and then what one may do: begin anew. Otherwise the notice comes first. */
  const place = (isOver: boolean) => {
    const before = isOver ? null : list.element;
    if (notice.element.nextElementSibling !== before) body.insertBefore(notice.element, before);
    notice.element.toggleAttribute('data-over', isOver);
  };
  return { input, notice, request, offer, list, rated, absent, body, place };
}

/** The parts of the window, wired to what they wish for. */
export function partsOf(host: WindowHost, chat: Chat) {
  const upper = upperParts(host, chat);
  const lower = lowerParts(host, chat);
  const element = make(
    'section',
    {
      class: 'window',
      role: host.ownPage ? 'region' : 'dialog',
      'aria-labelledby': 'title',
      'data-testid': 'window',
      lang: spoken(),
      dir: isRtl(spoken()) ? 'rtl' : 'ltr',
      hidden: true,
    },
    ...upper.above,
    lower.body,
    lower.input.element,
  );
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') host.close();
  });
  dropsInto(element, lower.input);
  const stop = () => {
    upper.proof.stop();
    upper.tones.stop();
    lower.list.stop();
  };
  return { ...lower, ...upper, sound: upper.tones, element, stop };
}
