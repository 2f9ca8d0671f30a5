/** What somebody sees: a page, its address, and the forms on it. */
export type Seen = { readonly address: string; readonly status: number; readonly text: string };

type Fields = readonly (readonly [name: string, value: string])[];
type Form = { readonly action: string; readonly fields: Fields };

const unescaped = (value: string): string =>
  value
    .replaceAll('&#x2F;', '/')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
};

/** The forms of a page, with what they would send untouched. */
function formsOf({ address, text }: Seen): Form[] {
  return [...text.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map(([whole, inside = '']) => {
    const opening = whole.slice(0, whole.indexOf('>') + 1);
    const sent = [...inside.matchAll(/<input\b[^>]*>/g)]
      .map(([input]) => input)
      .filter((input) => attribute(input, 'type') === 'hidden' || /\schecked\b/.test(input))
      .filter((input) => attribute(input, 'name') !== undefined)
      .map((input) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? 'on'] as const);
    return {
      action: new URL(attribute(opening, 'action') ?? '', address).href,
      fields: sent,
    };
  });
}

type Cookie = { readonly pair: string; readonly path: string; readonly host: string };

/** Somebody with a browser without scripts, on any number of sites. Cookies ignore ports, as in any browser. */
export class Visitor {
  readonly #cookies = new Map<string, Cookie>();

  /** Follows every redirect, wherever it leads. */
  async open(address: string, form?: Fields): Promise<Seen> {
    let at = address;
    let response = await this.#ask(at, form);
    for (let hop = 0; hop < 20; hop += 1) {
      const location = response.headers.get('location');
      if (!location) return { address: at, status: response.status, text: await response.text() };
      await response.body?.cancel();
      at = new URL(location, at).href;
      response = await this.#ask(at);
    }
    throw new Error(`too many redirects, the last to ${at}`);
  }

  /** Sends the form whose address ends so, with more filled in. */
  async submit(page: Seen, ending: string, more: Readonly<Record<string, string>> = {}): Promise<Seen> {
    const form = formsOf(page).find(({ action }) => new URL(action).pathname.endsWith(ending));
    if (!form) throw new Error(`${page.address} (${page.status}) has no form for ${ending}:\n${page.text}`);
    return this.open(form.action, [...form.fields, ...Object.entries(more)]);
  }

  /** Chooses an account at the stand-in and agrees, if asked. Ends where the application takes over. */
  async signIn(page: Seen, account: string): Promise<Seen> {
    const chosen = await this.submit(page, '/account', { account });
    return /\/interaction\/[^/]+$/.test(new URL(chosen.address).pathname)
      ? this.submit(chosen, '/consent')
      : chosen;
  }

  async #ask(address: string, form?: Fields): Promise<Response> {
    const { hostname, pathname, origin } = new URL(address);
    const cookie = [...this.#cookies.values()]
      .filter(
        ({ host, path }) => host === hostname && (path === '/' || `${pathname}/`.startsWith(`${path}/`)),
      )
      .map(({ pair }) => pair)
      .join('; ');
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html', ...(form ? { origin } : {}) },
      ...(form
        ? {
            method: 'POST',
            body: new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])),
          }
        : {}),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line, hostname);
    return response;
  }

  #keep(line: string, host: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
    const key = `${host} ${pair.split('=')[0]} ${path}`;
    const gone = attributes.some((one) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(one));
    if (gone) this.#cookies.delete(key);
    else this.#cookies.set(key, { pair, path, host });
  }
}
