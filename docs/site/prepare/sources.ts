import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, pageOf } from './page.ts';

/** What is written elsewhere and read here as well. */
const further: Readonly<Record<string, string>> = {
  'CONTRIBUTING.md': 'contributing',
  'SECURITY.md': 'reporting',
  'packages/brand-kit/README.md': 'packages/brand-kit',
  'packages/chat-client/README.md': 'packages/chat-client',
  'packages/widget/README.md': 'packages/widget',
  'packages/playwright/README.md': 'packages/playwright',
  'packages/protocol/README.md': 'packages/protocol',
  'packages/contracts/README.md': 'packages/contracts',
  'packages/claims/README.md': 'packages/claims',
};

/** `docs/guide/keys.md` is read at `guide/keys`, a folder's README at the folder. */
const slugOf = (path: string): string =>
  path
    .replace(/^docs\//, '')
    .replace(/\.md$/, '')
    .replace(/(^|\/)README$/, '')
    .replace(/^index$/, '');

/** Where each document lies, and where it is read. */
export function placesOf(root: string): readonly (readonly [path: string, slug: string])[] {
  const found = globSync('docs/**/*.md', {
    cwd: root,
    exclude: (name) => /(^|\/)(node_modules|dist|\.site)(\/|$)/.test(name),
  }).sort();
  return [...found.map((path) => [path, slugOf(path)] as const), ...Object.entries(further)];
}

export const readPages = (root: string): Page[] =>
  placesOf(root).map(([path, slug]) => pageOf(path, slug, readFileSync(join(root, path), 'utf8')));
