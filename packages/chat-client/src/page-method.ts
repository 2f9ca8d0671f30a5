import type { AttemptView, NoProof, Proof } from '@countersign/contracts';
import { ChatProblem } from './api.js';
import type { Device } from './platform/device.js';

/** The page's method: a value or a promise; null where nobody is signed in or the consumer declined. */
export type PageMethod = (attempt: object) => unknown;
/** What came of asking the page. */
export type PageAnswer = { kind: 'proof'; proof: Proof } | { kind: 'none'; why: NoProof };

const none = (why: NoProof): PageAnswer => ({ kind: 'none', why });

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function read(answer: unknown): PageAnswer {
  if (answer === null || answer === undefined) return none('declined');
  if (typeof answer !== 'object') return none('proof_missing');
  const { code, redirectUri, iss, idToken } = answer as Record<string, unknown>;
  if (isText(idToken)) return { kind: 'proof', proof: { idToken } };
  if (!isText(code)) return none('proof_missing');
  const more = { ...(isText(redirectUri) ? { redirectUri } : {}), ...(isText(iss) ? { iss } : {}) };
  return { kind: 'proof', proof: { code, ...more } };
}

/**
 * Calls the page's method, at once: whoever opens a window in it needs the click. A method that throws,
 * or stays silent beyond the limit, is an answer of its own; rejects where it is this client's own, and the service refused it.
 * Silent, it is asked as often again as `more` says: a
 * request that was lost on the way is the usual reason, and the attempt is still good. Called off, it has declined.
 */
export function askPage(
  method: PageMethod | undefined,
  view: AttemptView,
  limitMs: number,
  after: Device['after'],
  more = 0,
  callOff?: AbortSignal,
): Promise<PageAnswer> {
  if (!method) return Promise.resolve(none('page_method_missing'));
  const { expiresAt: _, ...attempt } = view;
  const abort = new AbortController();
  let answer: unknown;
  try {
    answer = method({ ...attempt, signal: abort.signal });
  } catch {
    return Promise.resolve(none('page_method_failed'));
  }
  return new Promise<PageAnswer>((resolve) => {
    const untimed = after(limitMs, () => {
      resolve(
        more > 0 ? askPage(method, view, limitMs, after, more - 1, callOff) : none('page_method_silent'),
      );
      abort.abort();
    });
    const settle = (value: PageAnswer | Promise<never>) => {
      untimed();
      resolve(value);
    };
    callOff?.addEventListener('abort', () => {
      settle(none('declined'));
      abort.abort();
    });
    Promise.resolve(answer)
      .then(read)
      .then(settle, (error) =>
        error instanceof ChatProblem ? settle(Promise.reject(error)) : settle(none('page_method_failed')),
      );
  });
}
