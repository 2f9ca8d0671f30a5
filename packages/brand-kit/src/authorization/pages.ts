import { newSecret } from './secret.js';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Nothing foreign on it, in no frame, in no cache, and no address leaves with it. */
const page = (status: number, title: string, body: string, policy = ''): Response =>
  new Response(
    `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>\n${body}</html>\n`,
    {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'content-security-policy': `default-src 'none'; base-uri 'none'; frame-ancestors 'none'${policy}`,
      },
    },
  );

/** For a request that cannot be sent back to anybody. */
export const refusalPage = (description: string, status = 400): Response =>
  page(
    status,
    'This sign-in cannot go on',
    `<h1>This sign-in cannot go on</h1><p>${escaped(description)}</p><p>Close this window and begin again.</p>`,
  );

/** OAuth 2.0 Form Post Response Mode, section 2: a form that sends itself. */
export function formPostPage(redirectUri: string, answer: URLSearchParams): Response {
  const nonce = newSecret();
  const fields = [...answer]
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('');
  const form = `<form method="post" action="${escaped(redirectUri)}">${fields}<noscript><button>Continue</button></noscript></form>`;
  return page(
    200,
    'One moment',
    `${form}<script nonce="${nonce}">document.forms[0].submit()</script>`,
    `; script-src 'nonce-${nonce}'; form-action ${new URL(redirectUri).origin}`,
  );
}
