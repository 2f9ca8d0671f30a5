import type { PageAttempt, PageProof } from './types.js';

/** The way to the provider and back, on pages of the brand. */
export type PopupOptions = {
  /** The brand's own page that goes to the provider; it calls `authorizePage`. */
  readonly authorizePath: string;
  /** The provider's authorization endpoint. */
  readonly authorizationEndpoint: string;
  /** Registered with the connection; its page calls `callbackPage`. */
  readonly redirectUri: string;
  /** The subject or address of whoever is signed in at the brand. */
  readonly loginHint?: string;
};

/** What the popup keeps of the request, in its own session storage. */
export type PopupRequest = { state: string; url: string; silent: boolean };
/** What the window says before it closes. */
export type PopupAnswer =
  | { kind: 'code'; code: string; iss?: string }
  | { kind: 'declined' }
  | { kind: 'failed'; error: string };

/** Where the request waits: the popup begins with a copy of its opener's session storage. */
export const REQUEST_KEY = 'countersign-popup';

/** One channel for one request: a second tab hears nothing of the first. */
export const channelOf = (state: string) => `countersign-proof-${state}`;

/** No window came: the method was called outside of a click, or the browser forbids windows here. */
export class PopupBlocked extends Error {
  override readonly name = 'PopupBlocked';
}
/** The provider answered an error, by its code as the message, or the chat gave up waiting. */
export class PopupFailed extends Error {
  override readonly name = 'PopupFailed';
}

function authorizationUrl(attempt: PageAttempt, options: PopupOptions, state: string): string {
  const url = new URL(options.authorizationEndpoint);
  const parameters = {
    response_type: 'code',
    client_id: attempt.clientId,
    redirect_uri: options.redirectUri,
    scope: attempt.scope,
    state,
    nonce: attempt.nonce,
    ...(attempt.codeChallenge
      ? { code_challenge: attempt.codeChallenge, code_challenge_method: 'S256' }
      : {}),
    ...(options.loginHint ? { login_hint: options.loginHint } : {}),
    ...(attempt.maxAge === undefined ? {} : { max_age: String(attempt.maxAge) }),
    ...(attempt.acrValues ? { acr_values: attempt.acrValues.join(' ') } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.toString();
}

const CLOSED_EVERY_MS = 400;
/** A window that looks closed so soon was cut off by the provider's opener policy: it may be open and in use. */
const CUT_OFF_MS = 5_000;

/**
 * A page method for a provider like Google, which gives a code only to a window of its own. Must be called within the
 * click: it opens the window before it returns. The code comes back by BroadcastChannel, since a provider's
 * Cross-Origin-Opener-Policy may cut `opener`.
 */
export const getCodeByPopup =
  (options: PopupOptions) =>
  (attempt: PageAttempt): Promise<PageProof> => {
    const state = crypto.randomUUID();
    const request: PopupRequest = { state, url: authorizationUrl(attempt, options, state), silent: true };
    sessionStorage.setItem(REQUEST_KEY, JSON.stringify(request));
    const popup = window.open(options.authorizePath, '', 'popup,width=480,height=640');
    if (!popup) return Promise.reject(new PopupBlocked('The browser blocked the window.'));
    return answerFrom(state, popup, options.redirectUri, attempt.signal);
  };

function answerFrom(
  state: string,
  popup: Window,
  redirectUri: string,
  signal?: AbortSignal,
): Promise<PageProof> {
  const channel = new BroadcastChannel(channelOf(state));
  return new Promise<PageProof>((resolve, reject) => {
    const opened = Date.now();
    const watch = setInterval(() => {
      if (!popup.closed) return;
      clearInterval(watch);
      if (Date.now() - opened > CUT_OFF_MS) setTimeout(() => settle(() => resolve(null)), 1_500);
    }, CLOSED_EVERY_MS);
    let settled = false;
    const settle = (finish: () => void) => {
      if (settled) return;
      settled = true;
      clearInterval(watch);
      channel.close();
      finish();
    };
    signal?.addEventListener('abort', () => {
      settle(() => reject(new PopupFailed('Given up')));
      popup.close();
    });
    channel.onmessage = ({ data }: MessageEvent<PopupAnswer>) => {
      if (data.kind === 'declined') return settle(() => resolve(null));
      if (data.kind === 'failed') return settle(() => reject(new PopupFailed(data.error)));
      const { code, iss } = data;
      return settle(() => resolve({ code, redirectUri, ...(iss === undefined ? {} : { iss }) }));
    };
  });
}
