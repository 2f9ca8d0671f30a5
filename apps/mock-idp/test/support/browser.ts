type Form = Record<string, string> | [string, string][];

/** A browser as far as redirects, cookies and forms go. Stops at the first address outside the stand-in. */
export class Browser {
  readonly #cookies = new Map<string, { readonly pair: string; readonly path: string }>();

  constructor(readonly home: string) {}

  /** As `name=value`. */
  get cookies(): string[] {
    return [...this.#cookies.values()].map(({ pair }) => pair);
  }

  /** Every page it is sent to, until a page is shown or the stand-in is left. */
  async open(address: string, form?: Form): Promise<Page> {
    let response = await this.#ask(address, form);
    let at = address;
    for (let hop = 0; hop < 12; hop += 1) {
      const location = response.headers.get('location');
      if (!location) return new Page(this, at, response.status, await response.text());
      await response.body?.cancel();
      at = new URL(location, at).href;
      if (!at.startsWith(`${this.home}/`)) return new Page(this, at, 0, '');
      response = await this.#ask(at);
    }
    throw new Error(`too many redirects, the last to ${at}`);
  }

  async #ask(address: string, form?: Form): Promise<Response> {
    const { pathname } = new URL(address);
    const cookie = [...this.#cookies.values()]
      .filter(({ path }) => path === '/' || pathname === path || pathname.startsWith(`${path}/`))
      .map(({ pair }) => pair)
      .join('; ');
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
    const [name = ''] = pair.split('=');
    const gone = attributes.some((one) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(one));
    if (gone) this.#cookies.delete(`${name} ${path}`);
    else this.#cookies.set(`${name} ${path}`, { pair, path });
  }
}

export class Page {
  constructor(
    readonly browser: Browser,
    readonly address: string,
    readonly status: number,
    readonly text: string,
  ) {}

  get query(): URLSearchParams {
    return new URL(this.address).searchParams;
  }

  /** The parameters in the order they came. */
  get order(): string[] {
    return [...this.query.keys()];
  }

  /** What came behind the `#`, in its order. */
  get fragment(): URLSearchParams {
    return new URLSearchParams(new URL(this.address).hash.slice(1));
  }

  /** The form that a page would post to the client, and where to. */
  get posted(): { readonly action: string; readonly members: URLSearchParams } {
    const [, action = ''] = /<form method="post" action="([^"]+)">/.exec(this.text) ?? [];
    const inputs = [...this.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
    const members = new URLSearchParams();
    for (const [, name = '', value = ''] of inputs) members.append(name, value);
    return { action, members };
  }

  get asksConsent(): boolean {
    return this.heading.startsWith('Share with');
  }

  get boxes(): string[] {
    return [...this.text.matchAll(/type="checkbox" name="scope" value="([^"]+)"/g)].map(
      ([, scope = '']) => scope,
    );
  }

  get heading(): string {
    return (/<h1>(.*?)<\/h1>/s.exec(this.text)?.[1] ?? '').replaceAll(/<[^>]+>/g, '');
  }

  get accounts(): string[] {
    return [...this.text.matchAll(/data-testid="account-([^"]+)"/g)].map(([, id]) => id ?? '');
  }

  choose(id: string): Promise<Page> {
    return this.#submit('account', { account: id });
  }

  type(who: string): Promise<Page> {
    return this.#submit('other', { who });
  }

  allow(): Promise<Page> {
    return this.#submit('consent', {});
  }

  /** Agrees with only these boxes ticked. */
  allowOnly(scopes: readonly string[]): Promise<Page> {
    const ticked = scopes.map((scope): [string, string] => ['scope', scope]);
    return this.#submit('consent', [['chosen', 'yes'], ...ticked]);
  }

  /** Presses the button of the form that leads to this step. */
  press(step: string): Promise<Page> {
    return this.#submit(step, {});
  }

  cancel(): Promise<Page> {
    return this.#submit('cancel', {});
  }

  #submit(step: string, form: Form): Promise<Page> {
    const [, action] = new RegExp(`action="([^"]+/${step})"`).exec(this.text) ?? [];
    if (!action) throw new Error(`${this.address} (${this.status}) has no form for ${step}: ${this.heading}`);
    return this.browser.open(new URL(action, this.address).href, form);
  }
}
