import type { ChatState } from '@countersign/chat-client';
import type { IdentityState, Refusal } from '@countersign/chat-client/identity';
import { make } from '../element.js';
import { refusalDetails } from './details.js';
import { isPassing, refusalWords } from './words.js';

export type PanelActions = {
  /** In a page of the service's own it is the chat that signs in. */
  readonly ownPage: boolean;
  readonly onSignIn: () => void;
  readonly onAnonymous: () => void;
  readonly onBegin: () => void;
};
export type Panel = {
  readonly element: HTMLElement;
  /** @param ranOut the session has ended by its time */
  draw(identity: IdentityState, chat: ChatState, ranOut: boolean): void;
};

type Button = { label: string; id: string; action: () => void; main?: boolean };
type Content = { id: string; title: string; text: string; buttons: Button[]; refusal?: Refusal };

const refused = (refusal: Refusal, brand: string, buttons: Button[]): Content => ({
  id: 'refusal',
  ...refusalWords(refusal, brand),
  buttons,
  refusal,
});

/** What stands in place of, or above, the messages: a greeting, a refusal, an end. */
export function panel({ ownPage, onSignIn, onAnonymous, onBegin }: PanelActions): Panel {
  const element = make('section', { class: 'panel' });
  const anonymous: Button = { label: 'Chat without signing in', id: 'chat-anonymously', action: onAnonymous };
  const retry: Button = { label: 'Try again', id: 'retry-start', action: onSignIn, main: true };
  const again: Button = { label: 'Sign in again', id: 'sign-in-again', action: onSignIn, main: true };
  let drawn = '';
  const contentOf = (identity: IdentityState, chat: ChatState, ranOut: boolean): Content | undefined => {
    const { phase, refusal, config } = identity;
    const brand = config?.brand.name ?? 'This brand';
    const may = config?.minimum === 'anonymous' ? [{ ...anonymous }] : [];
    switch (phase) {
      case 'starting':
      case 'proving':
        return { id: 'progress', title: 'One moment', text: 'We are confirming it is you.', buttons: [] };
      case 'refused':
        return refusal ? refused(refusal, brand, [again, ...may]) : undefined;
      case 'unavailable':
        return refusal ? refused(refusal, brand, isPassing(refusal) ? [retry] : []) : undefined;
      case 'declined':
        return {
          id: 'declined',
          title: 'You are not signed in',
          text: `Sign in at ${brand}, or chat without signing in.`,
          buttons: [{ ...again, label: 'Sign in' }, ...may],
        };
      case 'ended':
        return endedContent(ranOut, again, may);
      case 'idle':
        return {
          id: 'idle',
          title: `Chat with ${brand}`,
          text: ownPage
            ? `Sign in at ${brand} to go on as yourself.`
            : 'Sign in on this page first, then come back here.',
          buttons: [{ ...again, label: 'Sign in' }, ...may],
        };
      case 'open':
        return identity.session?.rejected
          ? refusedButOpen(identity.session.rejected, again)
          : openContent(chat, brand, onBegin);
    }
  };

  return {
    element,
    draw(identity, chat, ranOut) {
      const content = contentOf(identity, chat, ranOut);
      element.hidden = content === undefined;
      const key = JSON.stringify(content ?? null);
      if (key === drawn) return;
      drawn = key;
      element.replaceChildren(...(content ? [draw(content)] : []));
    },
  };
}

/** Nothing of what was on the screen is there any more, in either case. */
const endedContent = (ranOut: boolean, again: Button, may: Button[]): Content =>
  ranOut
    ? {
        id: 'ran-out',
        title: 'Your sign-in has ended',
        text: 'It could not be confirmed in time that it is still you. Your conversation is kept: sign in again to go on with it.',
        buttons: [again, ...may.map((one) => ({ ...one, label: 'Begin without signing in' }))],
      }
    : {
        id: 'signed-out',
        title: 'You are signed out of this chat',
        text: 'Nothing of it is kept in this browser.',
        buttons: [{ ...again, label: 'Sign in' }, ...may],
      };

/** An anonymous session in place of a refused proof: the consumer is told, and may try again. */
const refusedButOpen = (refusal: Refusal, again: Button): Content => ({
  id: 'rejected',
  title: 'We could not confirm it is you',
  text: 'You are chatting without being signed in.',
  buttons: [again],
  refusal,
});

function openContent(
  { messages, unsent, conversation }: ChatState,
  brand: string,
  onBegin: () => void,
): Content | undefined {
  if (conversation?.state === 'ended') {
    const begin = { label: 'Start a new conversation', id: 'new-conversation', action: onBegin, main: true };
    return {
      id: 'ended',
      title: 'This conversation has ended',
      text: 'You can read it until you close the page.',
      buttons: [begin],
    };
  }
  if (messages.length > 0 || unsent.length > 0) return undefined;
  return {
    id: 'greeting',
    title: 'How can we help?',
    text: `Write to ${brand}. Somebody answers here as soon as they can.`,
    buttons: [],
  };
}

function draw({ id, title, text, buttons, refusal }: Content): HTMLElement {
  return make(
    'div',
    { 'data-testid': id, role: id === 'refusal' ? 'alert' : null },
    make('h3', {}, title),
    make('p', {}, text),
    buttons.length === 0
      ? null
      : make(
          'div',
          { class: 'buttons' },
          ...buttons.map(({ label, id: test, action, main }) =>
            make(
              'button',
              { type: 'button', class: main ? 'main' : 'second', 'data-testid': test, click: action },
              label,
            ),
          ),
        ),
    refusal ? refusalDetails(refusal) : null,
  );
}
