type Cookie = { readonly name: string; readonly value: string; readonly path: string };

/** As much of a browser as signing in needs: cookies by host and path, and redirects one at a time. */
export class Browser {
  private readonly jars = new Map<string, Cookie[]>();

  /** Follows redirects until a page, or until an address that begins with `until`. */
  async go(address: string, until = 'nowhere:'): Promise<{ url: string; response: Response }> {
    let url = address;
    for (let hop = 0; hop < 20; hop += 1) {
      const response = await this.fetch(url);
      const location = response.headers.get('location');
      if (location === null) return { url, response };
      url = new URL(location, url).href;
      if (url.startsWith(until)) return { url, response };
    }
    throw new Error(`Redirected too often: ${url}`);
  }

  async fetch(
    address: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const url = new URL(address);
    const headers = { ...init.headers, cookie: this.cookies(address) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(url.hostname, line);
    return response;
  }

  /** What the browser would send there. */
  cookies(address: string): string {
    const { hostname, pathname } = new URL(address);
    const jar = this.jars.get(hostname) ?? [];
    const fitting = jar.filter(({ path }) => pathname.startsWith(path));
    return fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /** One cookie as it was set, to look at its attributes. */
  private keep(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
    const gone = attributes.some((one) => /^expires=Thu, 01 Jan 1970/i.test(one));
    const others = (this.jars.get(host) ?? []).filter((one) => one.name !== name || one.path !== path);
    this.jars.set(host, gone ? others : [...others, { name, value, path }]);
  }
}
