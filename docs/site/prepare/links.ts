import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Page } from './page.ts';

/** Pictures and figures are served beside the pages; what else lies in the repository is named and not linked. */
const served = /^docs\/(pictures|benchmarks|examples)\/(.+)$/;

/** Sources that pages are made of: whoever reads the files is led to the source, whoever reads the site to the page. */
const made: readonly (readonly [folder: string, address: string])[] = [
  ['packages/contracts/src/routes/brands', '/api/brand/'],
  ['packages/contracts/src/routes', '/api/page/'],
  ['packages/contracts/src/socket/agent', '/api/socket-agent/'],
  ['packages/contracts/src/socket', '/api/socket-consumer/'],
];

const addressOf = (slug: string): string => (slug === '' ? '/' : `/${slug}/`);
const folderOf = (source: string): string => dirname(source);

/** Which page a path of the repository is read at: a file, or the folder whose README it is. */
function pageAt(path: string, pages: readonly Page[]): Page | undefined {
  const clean = path.replace(/\/$/, '');
  if (clean === 'README.md') return pages.find(({ slug }) => slug === '');
  return (
    pages.find(({ source }) => source === clean) ??
    pages.find(({ source }) => source === `${clean}/README.md`)
  );
}

type Target = { readonly address: string } | { readonly repository: string };

/**
 * Where a link of a document leads on the site. Links are written for whoever reads the files, as paths between them.
 * @throws where nothing is there
 */
export function targetOf(link: string, from: Page, pages: readonly Page[], root: string): Target {
  if (/^[a-z]+:|^#|^\//i.test(link)) return { address: link };
  const [file = '', anchor] = link.split('#');
  const path = normalize(join(folderOf(from.source), file));
  const page = pageAt(path, pages);
  if (page) return { address: `${addressOf(page.slug)}${anchor ? `#${anchor}` : ''}` };
  const asset = served.exec(path);
  // A picture that is not there is found where all links are followed.
  if (asset) return { address: `/${asset[1]}/${asset[2]}` };
  if (!existsSync(join(root, path))) throw new Error(`${from.source}: ${link} leads nowhere.`);
  const reference = made.find(([folder]) => path.startsWith(folder))?.[1];
  if (reference) return { address: reference };
  return { repository: path.replace(/\/$/, '') };
}

const links = /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g;

/** A page with its links as the site has them. What lies in the repository alone is told by its path. */
export function linked(page: Page, pages: readonly Page[], root: string): Page {
  // A link may have code for its words, so whole fences are left out and code within a line is not.
  const body = outsideFences(page.body, (prose) =>
    prose.replace(links, (_, image: string, words: string, link: string) => {
      const target = targetOf(link, page, pages, root);
      if ('address' in target) return `${image}[${words}](${target.address})`;
      return `<span class="in-repository" title="In the repository: ${target.repository}">${htmlOf(words)}</span>`;
    }),
  );
  return { ...page, body };
}

const outsideFences = (text: string, replace: (prose: string) => string): string =>
  text
    .split(/(^(?:```|~~~)[^\n]*\n[\s\S]*?^(?:```|~~~)[ \t]*$)/m)
    .map((piece, index) => (index % 2 === 0 ? replace(piece) : piece))
    .join('');

const htmlOf = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/`([^`]+)`/g, '<code>$1</code>');
