import type { Exchange, Party } from './entry';

type Known = { readonly test: RegExp; readonly from: Party; readonly to: Party; readonly why: string };

const known: readonly Known[] = [
  {
    test: /\/v1\/attempts$/,
    from: 'Widget',
    to: 'Countersign',
    why: 'Before anything is proven the service makes an attempt: ten minutes, one use, bound to this browser’s key, to the connection and to the page’s origin. Out come a `nonce` and a PKCE challenge; the verifier stays.',
  },
  {
    test: /\/api\/chat-proof$/,
    from: 'Page',
    to: 'Shop’s backend',
    why: 'The chat calls the page’s method `getChatProof`. The page hands the attempt to its own backend, same-origin, with the shop’s own session.',
  },
  {
    test: /\/v1\/sessions$/,
    from: 'Widget',
    to: 'Countersign',
    why: 'The widget presents what it has with a proof of possession of its key (`DPoP`). The answer is a token of ten minutes that is good with this key alone.',
  },
  {
    test: /\/v1\/sessions\/current$/,
    from: 'Widget',
    to: 'Countersign',
    why: 'Signed out: the session ends in every tab, and the key is thrown away.',
  },
];

/** What the shop's page and the chat in it asked, as the browser's own timing tells. */
export function callsOf(page: Window, since: number): readonly Exchange[] {
  const { timeOrigin } = page.performance;
  return page.performance.getEntriesByType('resource').flatMap(({ name, startTime, duration }) => {
    const { pathname } = new URL(name);
    const found = known.find(({ test }) => test.test(pathname));
    const at = timeOrigin + startTime;
    if (!found || at < since) return [];
    const { from, to, why } = found;
    const line = `${pathname} · ${Math.max(1, Math.round(duration))} ms`;
    return [{ key: `call-${at}-${pathname}`, at, from, to, line, why, sent: [] }];
  });
}
