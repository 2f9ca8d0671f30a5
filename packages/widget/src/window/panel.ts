import type { ChatState } from '@countersign/chat-client';
import type { IdentityState, Refusal } from '@countersign/chat-client/identity';
import { make } from '../element.js';
import { say } from '../words/index.js';
import { isAway } from './away.js';
import { refusalDetails } from './details.js';
import { isPassing, refusalWords } from './words.js';

export type PanelActions = {
  /** In a page of the service's own it is the chat that signs in. */
  readonly ownPage: boolean;
  readonly onSignIn: () => void;
  readonly onAnonymous: () => void;
  readonly onBegin: () => void;
  /** Whoever waits to be confirmed does not wait any longer. */
  readonly onCallOff: () => void;
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
export function panel({ ownPage, onSignIn, onAnonymous, onBegin, onCallOff }: PanelActions): Panel {
  const element = make('section', { class: 'panel' });
  const anonymous: Button = {
    label: say('chatWithoutSigningIn'),
    id: 'chat-anonymously',
    action: onAnonymous,
  };
  const retry: Button = { label: say('tryAgain'), id: 'retry-start', action: onSignIn, main: true };
  const again: Button = { label: say('signInAgain'), id: 'sign-in-again', action: onSignIn, main: true };
  let drawn = '';
  const contentOf = (identity: IdentityState, chat: ChatState, ranOut: boolean): Content | undefined => {
    const { phase, refusal, config } = identity;
    const brand = config?.brand.name ?? say('thisBrand');
    const may = config?.minimum === 'anonymous' ? [{ ...anonymous }] : [];
    switch (phase) {
      case 'starting':
        return { id: 'progress', title: say('oneMoment'), text: say('opening'), buttons: [] };
      case 'proving':
        return provingContent(!ownPage && config?.connection.interactive === true, brand, onCallOff);
      case 'refused':
        return refusal ? refused(refusal, brand, [again, ...may]) : undefined;
      case 'unavailable':
        return refusal ? refused(refusal, brand, isPassing(refusal) ? [retry] : []) : undefined;
      case 'declined':
        return {
          id: 'declined',
          title: say('youAreNotSignedIn'),
          text: say(may.length > 0 ? 'signInAtOr' : 'signInAt', { brand }),
          buttons: [{ ...again, label: say('signIn') }, ...may],
        };
      case 'ended':
        return endedContent(ranOut, again, may);
      case 'idle':
        return {
          id: 'idle',
          title: say('chatWith', { brand }),
          text: ownPage ? say('signInToGoOn', { brand }) : say('signInOnPage'),
          buttons: [{ ...again, label: say('signIn') }, ...may],
        };
      case 'open':
        return identity.session?.rejected
          ? refusedButOpen(identity.session.rejected, again)
          : openContent(chat, identity, onBegin);
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

/** It may take as long as somebody needs to sign in, or for ever where a provider is silent: nobody has to wait for it. */
const provingContent = (inWindow: boolean, brand: string, onCallOff: () => void): Content => ({
  id: 'progress',
  title: say('oneMoment'),
  text: inWindow ? say('confirmingInWindow', { brand }) : say('confirming'),
  buttons: [{ label: say('cancel'), id: 'call-off', action: onCallOff }],
});

/** Nothing of what was on the screen is there any more, in either case. */
const endedContent = (ranOut: boolean, again: Button, may: Button[]): Content =>
  ranOut
    ? {
        id: 'ran-out',
        title: say('signInHasEnded'),
        text: say('signInHasEndedText'),
        buttons: [again, ...may.map((one) => ({ ...one, label: say('beginWithoutSigningIn') }))],
      }
    : {
        id: 'signed-out',
        title: say('youAreSignedOut'),
        text: say('nothingKept'),
        buttons: [{ ...again, label: say('signIn') }, ...may],
      };

/** An anonymous session in place of a refused proof: the consumer is told, and may try again. */
const refusedButOpen = (refusal: Refusal, again: Button): Content => ({
  id: 'rejected',
  title: say('couldNotConfirm'),
  text: say('chattingWithoutSignIn'),
  buttons: [again],
  refusal,
});

function openContent(chat: ChatState, identity: IdentityState, onBegin: () => void): Content | undefined {
  const { messages, unsent, conversation } = chat;
  if (conversation?.state === 'ended') {
    const begin = { label: say('startNew'), id: 'new-conversation', action: onBegin, main: true };
    return {
      id: 'ended',
      title: say('hasEnded'),
      text: say('readUntilClosed'),
      buttons: [begin],
    };
  }
  if (messages.length > 0 || unsent.length > 0) return undefined;
  const { name = say('thisBrand'), look } = identity.config?.brand ?? {};
  const { title, text } = look?.greeting ?? {};
  const isAbsent = isAway(identity, chat);
  return {
    id: 'greeting',
    title: isAbsent ? say('nobodyThere') : (title ?? say('greetingTitle')),
    text: isAbsent ? say('nobodyThereText', { brand: name }) : (text ?? say('greetingText', { brand: name })),
    buttons: [],
  };
}

function draw({ id, title, text, buttons, refusal }: Content): HTMLElement {
  return make(
    'div',
    { 'data-testid': id, role: id === 'refusal' ? 'alert' : null },
    // A brand's own words keep their language, whichever the window speaks.
    make('h3', { dir: 'auto' }, title),
    make('p', { dir: 'auto' }, text),
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
