import type { Recipient } from './authorization-request.js';
import { formPostPage } from './pages.js';
import { isRefusal, type Refusal } from './refusal.js';

export const redirectTo = (location: string): Response =>
  new Response(null, {
    // 303: a form that was posted here is not posted on.
    status: 303,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  });

/** Sends the answer the way the client asked, with `state`, and with `iss` so that no other issuer's is mistaken for it: RFC 9207, section 2. */
export function sendBack(
  issuer: string,
  { redirectUri, mode, state }: Recipient,
  result: Readonly<Record<string, string>> | Refusal,
): Response {
  const told = isRefusal(result) ? { error: result.error, error_description: result.description } : result;
  const answer = new URLSearchParams({ ...told, ...(state === undefined ? {} : { state }), iss: issuer });
  if (mode === 'form_post') return formPostPage(redirectUri, answer);
  const to = new URL(redirectUri);
  if (mode === 'fragment') to.hash = answer.toString();
  else for (const [name, value] of answer) to.searchParams.set(name, value);
  return redirectTo(to.href);
}
