import type { IdentityState } from '@countersign/chat-client/identity';
import { make } from '../element.js';

const MINUTE_MS = 60_000;
const LOOK_AGAIN_MS = 15_000;

type Content = { readonly words: string; readonly until: string | null; readonly button: string | null };

/** What is worth saying of a proof that grows old; nothing while it is renewed by itself. */
export function standingWords({ standing, renewal, config, session }: IdentityState): Content | undefined {
  const isAsking = renewal === 'asking';
  if (standing === 'stale') {
    const words = 'We need to confirm it is still you. What you write waits.';
    const button = isAsking ? null : renewal === 'failed' ? 'Try again' : 'Confirm it is me';
    return { words, until: session?.graceUntil ?? null, button };
  }
  const isByClick = renewal === 'click' || (isAsking && config?.connection.interactive === true);
  if (standing !== 'due' || !isByClick) return undefined;
  const words = 'Your sign-in ends soon.';
  return { words, until: session?.holdsUntil ?? null, button: isAsking ? null : 'Stay signed in' };
}

const minutesWords = (ms: number): string => {
  const minutes = Math.max(1, Math.ceil(ms / MINUTE_MS));
  return minutes === 1 ? '1 minute left.' : `${minutes} minutes left.`;
};

/** How the proof stands, where the consumer can do something about it. The minutes are for eyes: nobody is interrupted by them. */
export function standing({ now, onStay }: { now: () => number; onStay: () => void }) {
  const words = make('span', { role: 'status' });
  const minutes = make('span', { 'data-testid': 'minutes-left' });
  const button = make('button', {
    type: 'button',
    class: 'second stay',
    'data-testid': 'stay-signed-in',
    click: onStay,
  });
  const element = make(
    'div',
    { class: 'banner standing', 'data-testid': 'standing', hidden: true },
    make('p', {}, words, ' ', minutes),
    button,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (state: IdentityState): void => {
    clearTimeout(timer);
    const content = state.phase === 'open' ? standingWords(state) : undefined;
    element.hidden = content === undefined;
    element.dataset['standing'] = state.standing ?? '';
    const said = content?.words ?? '';
    if (words.textContent !== said) words.textContent = said;
    if (!content) return;
    const { until, button: label } = content;
    minutes.textContent = until ? minutesWords(Date.parse(until) - now()) : '';
    button.textContent = label ?? 'Confirming…';
    button.disabled = label === null;
    timer = setTimeout(() => draw(state), LOOK_AGAIN_MS);
  };
  return { element, draw, stop: () => clearTimeout(timer) };
}
