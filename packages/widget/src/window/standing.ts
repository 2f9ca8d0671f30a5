import type { IdentityState } from '@countersign/chat-client/identity';
import { make } from '../element.js';
import { count, say } from '../words/index.js';

const MINUTE_MS = 60_000;
const LOOK_AGAIN_MS = 15_000;

type Wishes = { readonly now: () => number; readonly onStay: () => void; readonly onCallOff: () => void };
type Content = { readonly words: string; readonly until: string | null; readonly button: string | null };

/** What is worth saying of a proof that grows old; nothing while it is renewed by itself. */
export function standingWords({ standing, renewal, config, session }: IdentityState): Content | undefined {
  const isAsking = renewal === 'asking';
  // Where a window of the provider's has opened, nobody has to wait for it.
  const asking = config?.connection.interactive ? say('cancel') : null;
  if (standing === 'stale') {
    const words = say('stillYou');
    const button = isAsking ? asking : say(renewal === 'failed' ? 'tryAgain' : 'confirmItIsMe');
    return { words, until: session?.graceUntil ?? null, button };
  }
  const isByClick = renewal === 'click' || (isAsking && config?.connection.interactive === true);
  if (standing !== 'due' || !isByClick) return undefined;
  const words = say('endsSoon');
  return { words, until: session?.holdsUntil ?? null, button: isAsking ? asking : say('staySignedIn') };
}

const minutesWords = (ms: number): string => count('minutesLeft', Math.max(1, Math.ceil(ms / MINUTE_MS)));

/** How the proof stands, where the consumer can do something about it. The minutes are for eyes: nobody is interrupted by them. */
export function standing({ now, onStay, onCallOff }: Wishes) {
  let isAsking = false;
  // Who clicks twice means what they read the first time.
  const press = (event: Event) => {
    if ((event as MouseEvent).detail > 1) return;
    if (isAsking) onCallOff();
    else onStay();
  };
  const words = make('span', { role: 'status' });
  const minutes = make('span', { 'data-testid': 'minutes-left' });
  const button = make('button', {
    type: 'button',
    class: 'second stay',
    'data-testid': 'stay-signed-in',
    click: press,
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
    isAsking = state.renewal === 'asking';
    const { until, button: label } = content;
    minutes.textContent = until ? minutesWords(Date.parse(until) - now()) : '';
    button.textContent = label ?? say('confirmingShort');
    button.disabled = label === null;
    timer = setTimeout(() => draw(state), LOOK_AGAIN_MS);
  };
  return { element, draw, stop: () => clearTimeout(timer) };
}
