import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type Checked = { readonly pages: number; readonly links: number; readonly dead: readonly string[] };

const attributes = /<([a-z]+)\b[^>]*?\s(href|src)="([^"]*)"/g;
const ids = /\sid="([^"]+)"/g;
const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
/** What a browser fetches by itself: it comes from the site, or the site is not read offline. */
const fetched = /^(script|img|link|source|iframe)$/;

type Html = { readonly path: string; readonly text: string; readonly ids: ReadonlySet<string> };

function read(site: string): Map<string, Html> {
  const files = globSync('**/*.html', { cwd: site });
  return new Map(
    files.map((path) => {
      const text = readFileSync(join(site, path), 'utf8');
      return [
        path,
        { path, text, ids: new Set([...text.matchAll(ids)].map(([, id = '']) => unescaped(id))) },
      ];
    }),
  );
}

/** The file an address is answered by: `/guide/keys/` by its index. */
function fileOf(site: string, path: string): string | undefined {
  const clean = decodeURIComponent(path).replace(/^\//, '');
  const index = join(clean, 'index.html');
  if (existsSync(join(site, clean)) && statSync(join(site, clean)).isFile()) return clean;
  return existsSync(join(site, index)) ? index : undefined;
}

/** What is wrong with one link, if anything. */
function wrong(
  site: string,
  pages: ReadonlyMap<string, Html>,
  page: Html,
  tag: string,
  link: string,
): string | undefined {
  const base = `http://site.invalid/${page.path.replace(/index\.html$/, '')}`;
  const url = URL.canParse(link, base) ? new URL(link, base) : undefined;
  if (!url) return 'is no address';
  if (url.origin !== 'http://site.invalid')
    return fetched.test(tag) && /^https?:/.test(url.protocol) ? 'is fetched from elsewhere' : undefined;
  const file = fileOf(site, url.pathname);
  if (file === undefined) return 'leads nowhere';
  const anchor = decodeURIComponent(url.hash.slice(1));
  const target = pages.get(file);
  return anchor === '' || !target || target.ids.has(anchor) ? undefined : `has no heading #${anchor}`;
}

/** Every link, picture, script and style of the built site: within it they lead to what is there, anchors included. */
export function checkLinks(site: string): Checked {
  const pages = read(site);
  const dead = new Set<string>();
  let links = 0;
  for (const page of pages.values())
    for (const [, tag = '', , raw = ''] of page.text.matchAll(attributes)) {
      links += 1;
      const link = unescaped(raw);
      const why = wrong(site, pages, page, tag, link);
      if (why) dead.add(`${page.path}: ${link} ${why}`);
    }
  return { pages: pages.size, links, dead: [...dead] };
}
