import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepared, repository } from '../places.ts';
import { sidebarOf } from '../sidebar.ts';
import { apiPages } from './api.ts';
import { withDiagrams } from './diagrams.ts';
import { linked } from './links.ts';
import type { Page } from './page.ts';
import { socketPages } from './socket.ts';
import { readPages } from './sources.ts';

const corner = /^\|[ \t]*\|(?=.*\n\|[ \t:|-]+$)/gm;
const inBetween = /(?<=^\|.*)\|[ \t]*(?=\|.*\n\|[ \t:|-]+$)/gm;
const nameless = '| <span class="sr-only">of which</span> ';

/** A column whose head is empty has a name for whoever hears the table. */
const withHeads = (body: string): string => body.replace(corner, `${nameless}|`).replace(inBetween, nameless);

/** Every page of the site, as it is read: with the site's links, and diagrams drawn. */
export function preparedPages(root = repository): Page[] {
  const pages = [...readPages(root), ...apiPages(), ...socketPages(root)];
  return pages.map((page) => ({
    ...linked(page, pages, root),
    body: withHeads(withDiagrams(linked(page, pages, root).body)),
  }));
}

const fileOf = ({ title, description, body, slug }: Page): string => {
  const front = {
    title,
    ...(description ? { description } : {}),
    ...(slug === '' ? { template: 'splash', tableOfContents: false } : {}),
  };
  // JSON is YAML, and needs nobody to quote it.
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const whole = slug === '' ? `<div class="home">\n\n${body}\n\n</div>\n` : body;
  return `---\n${lines.join('\n')}\n---\n\n${whole}`;
};

/** What Starlight builds the site of: pages with front matter, pictures, and the sidebar. */
export function prepare(): { readonly pages: number } {
  const pages = preparedPages();
  const content = join(prepared, 'content');
  rmSync(content, { recursive: true, force: true });
  for (const page of pages) {
    const file = join(content, `${page.slug === '' ? 'index' : page.slug}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fileOf(page));
  }
  const open = join(prepared, 'public');
  for (const folder of ['pictures', 'benchmarks', 'examples'])
    for (const name of globSync('**/*.{png,svg,gif,webp,txt,yml,json}', {
      cwd: join(repository, 'docs', folder),
    }))
      cpSync(join(repository, 'docs', folder, name), join(open, folder, name));
  cpSync(join(repository, 'apps/workspace/src/app/icon.svg'), join(open, 'favicon.svg'));
  writeFileSync(join(prepared, 'sidebar.json'), JSON.stringify(sidebarOf(pages)));
  return { pages: pages.length };
}
