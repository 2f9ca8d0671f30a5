import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type Answer, again, type Exchange } from '../http/index.js';

/** Where this browser has come to, and what it was shown. */
export type Seen = { readonly address: URL; readonly answer: Answer };

/** Asks the issuer, as a request over the wire would. */
export type Ask = (exchange: Omit<Exchange, 'res'>) => Promise<Answer>;

type Cookie = { readonly pair: string; readonly path: string };

/** Far more than a sign-in takes. */
const hops = 12;

/** A new browser without a window, as far as redirects, cookies and forms go. It never leaves the issuer. */
export class Browser {
  readonly #cookies = new Map<string, Cookie>();

  /** `home`: the issuer's address, with a slash at its end; `socket`: whose request this one is a part of. */
  constructor(
    readonly home: URL,
    readonly socket: Socket,
    readonly ask: Ask,
  ) {}

  /** Opens an address, or sends a form there, and goes where it is sent, until a page is shown or the issuer is left. */
  async open(address: URL, form?: URLSearchParams): Promise<Seen> {
    let at = address;
    let answer = await this.#ask(at, form);
    for (let hop = 0; hop < hops; hop += 1) {
      const { location } = answer.headers;
      if (typeof location !== 'string') return { address: at, answer };
      at = new URL(location, at);
      if (!this.#isHome(at)) return { address: at, answer };
      answer = await this.#ask(at);
    }
    throw new Error(`the sign-in is sent in circles, the last time to ${at.pathname}`);
  }

  /** By host and path: whether there is TLS on the way is no matter in here. */
  #isHome({ host, pathname }: URL): boolean {
    return host === this.home.host && pathname.startsWith(this.home.pathname);
  }

  async #ask(url: URL, form?: URLSearchParams): Promise<Answer> {
    const body = form?.toString() ?? '';
    const bare = new IncomingMessage(this.socket);
    Object.assign(bare, {
      method: form ? 'POST' : 'GET',
      url: `${url.pathname}${url.search}`,
      httpVersion: '1.1',
      httpVersionMajor: 1,
      httpVersionMinor: 1,
      headers: {
        host: this.home.host,
        accept: 'text/html',
        'user-agent': 'browserless sign-in',
        cookie: this.#cookiesFor(url.pathname),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
    });
    const answer = await this.ask({ req: again(bare, body), url: new URL(url) });
    const set = answer.headers['set-cookie'];
    for (const line of Array.isArray(set) ? set : [set]) if (line) this.#keep(String(line));
    return answer;
  }

  #cookiesFor(path: string): string {
    return [...this.#cookies.values()]
      .filter((one) => one.path === '/' || path === one.path || path.startsWith(`${one.path}/`))
      .map(({ pair }) => pair)
      .join('; ');
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const path = attributes.find((one) => /^path=/i.test(one))?.slice('path='.length) ?? '/';
    const [name = ''] = pair.split('=');
    const gone = attributes.some((one) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(one));
    if (gone) this.#cookies.delete(`${name} ${path}`);
    else this.#cookies.set(`${name} ${path}`, { pair, path });
  }
}
