import { channelOf, type PopupAnswer, type PopupRequest, REQUEST_KEY } from './popup.js';

/** Errors of a silent request that ask for one with a screen. OpenID Connect Core 1.0, section 3.1.2.6. */
const NEEDS_SCREEN = [
  'interaction_required',
  'login_required',
  'consent_required',
  'account_selection_required',
  'access_denied',
];

function go({ url, silent }: PopupRequest): void {
  const target = new URL(url);
  if (silent) target.searchParams.set('prompt', 'none');
  location.replace(target);
}

/**
 * What the page at `authorizePath` does: goes to the provider, silently first. The request comes from the page that
 * opened the window, by session storage; an address alone sends nobody anywhere.
 */
export function authorizePage(): void {
  const stored = sessionStorage.getItem(REQUEST_KEY);
  if (stored === null) throw new Error('No page asked for this window.');
  go(JSON.parse(stored) as PopupRequest);
}

/** What the page at the redirect URI does: checks `state`, then hands the code over and closes. */
export function callbackPage(): 'done' | 'unknown' {
  const stored = sessionStorage.getItem(REQUEST_KEY);
  const answer = new URL(location.href).searchParams;
  history.replaceState(null, '', location.pathname);
  if (stored === null) return 'unknown';
  const request = JSON.parse(stored) as PopupRequest;
  // An answer to another request than this window's: RFC 6749, section 10.12.
  if (answer.get('state') !== request.state) return 'unknown';
  const error = answer.get('error');
  if (error !== null && request.silent && NEEDS_SCREEN.includes(error)) {
    const again = { ...request, silent: false };
    sessionStorage.setItem(REQUEST_KEY, JSON.stringify(again));
    go(again);
    return 'done';
  }
  sessionStorage.removeItem(REQUEST_KEY);
  const channel = new BroadcastChannel(channelOf(request.state));
  channel.postMessage(read(answer, error));
  channel.close();
  window.close();
  return 'done';
}

function read(answer: URLSearchParams, error: string | null): PopupAnswer {
  const code = answer.get('code');
  if (error === 'access_denied') return { kind: 'declined' };
  if (error !== null || code === null) return { kind: 'failed', error: error ?? 'no_code' };
  const iss = answer.get('iss');
  return { kind: 'code', code, ...(iss === null ? {} : { iss }) };
}
