import { type Act, actOf } from './act.js';
import { perform } from './perform.js';
import { hidePointer } from './pointer.js';
import { NotThere, pause } from './wait.js';

const MARK = 'countersign-guide';
const KNOCK_MS = 250;
/** Longer than an act waits for what it acts on: the other page says why it stopped. */
const PATIENCE_MS = 40_000;

type Asked = { readonly [MARK]: number; readonly act?: unknown };
type Answered = { readonly [MARK]: number; readonly path: string; readonly why?: string };

const numberOf = (data: unknown): number | undefined => {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, MARK) : undefined;
  return typeof value === 'number' ? value : undefined;
};

/**
 * Lets the page this one is framed by use it, where that page is of exactly this origin. For demos: whoever frames the
 * page can do what its person could.
 *
 * @returns how to stop listening.
 */
export function listenTo(origin: string): () => void {
  const answer = async ({ data, origin: from, source }: MessageEvent<unknown>) => {
    const number = numberOf(data);
    if (from !== origin || source !== window.parent || number === undefined) return;
    const reply = (why?: string) => {
      const said: Answered = {
        [MARK]: number,
        path: location.pathname,
        ...(why === undefined ? {} : { why }),
      };
      window.parent.postMessage(said, origin);
    };
    const { act: asked } = data as Asked;
    if (asked === undefined) return reply();
    const act = actOf(asked);
    if (!act) return reply('That is no act.');
    await perform(() => document, act).then(
      () => reply(),
      (error: unknown) => reply(error instanceof Error ? error.message : String(error)),
    );
  };
  const hear = (event: MessageEvent<unknown>) => void answer(event);
  addEventListener('message', hear);
  return () => {
    removeEventListener('message', hear);
    hidePointer(document);
  };
}

export type Hands = {
  /** Waits until the page listens, and answers where it is. */
  arrived(signal?: AbortSignal): Promise<string>;
  perform(act: Act, signal?: AbortSignal): Promise<void>;
};

/** Uses a page of another origin that listens. */
export function remoteHands(frame: () => Window | null, origin: string): Hands {
  let last = 0;
  const ask = (
    act: Act | undefined,
    patienceMs: number,
    signal?: AbortSignal,
  ): Promise<Answered | undefined> =>
    new Promise((resolve) => {
      last += 1;
      const number = last;
      const end = (answer?: Answered) => {
        clearTimeout(timer);
        removeEventListener('message', hear);
        signal?.removeEventListener('abort', stop);
        resolve(answer);
      };
      const stop = () => end();
      const hear = ({ data, origin: from, source }: MessageEvent<unknown>) => {
        if (from === origin && source === frame() && numberOf(data) === number) end(data as Answered);
      };
      const timer = setTimeout(stop, patienceMs);
      addEventListener('message', hear);
      signal?.addEventListener('abort', stop, { once: true });
      const asked: Asked = { [MARK]: number, ...(act ? { act } : {}) };
      frame()?.postMessage(asked, origin);
    });
  return {
    async arrived(signal) {
      for (let waited = 0; waited < PATIENCE_MS; waited += KNOCK_MS) {
        const answer = await ask(undefined, KNOCK_MS, signal);
        if (answer) return answer.path;
        await pause(0, signal);
      }
      throw new NotThere(`A page of ${origin} did not appear within ${PATIENCE_MS / 1_000} s`);
    },
    async perform(act, signal) {
      const answer = await ask(act, PATIENCE_MS, signal);
      signal?.throwIfAborted();
      if (!answer) throw new NotThere(`A page of ${origin} did not answer within ${PATIENCE_MS / 1_000} s`);
      if (answer.why !== undefined) throw new NotThere(answer.why);
    },
  };
}
