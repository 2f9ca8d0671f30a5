import { chatElement } from '../chat/chat-element';
import { whenReady } from '../chat/ready';
import { type Mischief, plan } from './tamper';

export type Outcome =
  | { readonly kind: 'verified'; readonly attempt: string | undefined }
  | { readonly kind: 'refused'; readonly attempt: string | undefined; readonly reason: string | undefined }
  | { readonly kind: 'declined' | 'silent' };

const patience = 20_000;

function readDetail(event: Event): { attempt: string | undefined; reason: string | undefined } {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  const member = (name: string): string | undefined => {
    const value: unknown =
      typeof detail === 'object' && detail !== null ? Reflect.get(detail, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return { attempt: member('attempt'), reason: member('reason') };
}

/** Hears of every proof on the page, whoever asked for it. */
export function onOutcome(hear: (outcome: Outcome) => void): () => void {
  const verified = (event: Event) => hear({ kind: 'verified', attempt: readDetail(event).attempt });
  const refused = (event: Event) => hear({ kind: 'refused', ...readDetail(event) });
  const declined = () => hear({ kind: 'declined' });
  const listeners = [
    ['countersign:verified', verified],
    ['countersign:refused', refused],
    ['countersign:declined', declined],
  ] as const;
  for (const [name, listener] of listeners) document.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of listeners) document.removeEventListener(name, listener);
  };
}

/** Makes the chat forget its key and ask the page for a proof again, with some mischief on the way. */
export async function proveAnew(mischief: Mischief): Promise<Outcome> {
  if (!(await readyInTime())) return { kind: 'silent' };
  const chat = chatElement();
  if (!chat?.signIn || !chat.signOut) return { kind: 'silent' };
  await chat.signOut();
  plan(mischief);
  return new Promise((resolve) => {
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      stop();
      resolve(outcome);
    };
    const stop = onOutcome(settle);
    const timer = setTimeout(() => settle({ kind: 'silent' }), patience);
    void chat.signIn?.();
  });
}

/** The chat may still be on its way, or may never come: its service is down, say. */
const readyInTime = (): Promise<boolean> =>
  Promise.race([
    whenReady().then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience)),
  ]);
