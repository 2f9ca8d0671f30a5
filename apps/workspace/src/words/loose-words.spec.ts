import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { looseWords, sidesOf } from './loose-words';

const root = join(import.meta.dirname, '..');

/** A trace speaks in the sentences of the service and of the standards, and those are English: the page marks it as such. */
const inEnglish = ['attempt'];
/** A trace as well; and the last resort stands alone, without any dictionary. */
const exceptions = ['panel/trace-view.tsx', 'app/global-error.tsx', 'app/layout.tsx'];

const components = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .filter((path) => !exceptions.includes(path) && !inEnglish.some((room) => path.startsWith(`${room}/`)));

test('no component speaks past the dictionary', () => {
  const loose = components.flatMap((path) =>
    looseWords(readFileSync(join(root, path), 'utf8')).map((words) => `${path}: ${words}`),
  );
  expect(loose).toEqual([]);
});

test('what is placed is placed by the line, not by the side of the screen', () => {
  const sided = components.flatMap((path) =>
    sidesOf(readFileSync(join(root, path), 'utf8')).map((name) => `${path}: ${name}`),
  );
  // A tab's bar is placed by where the browser measured the tab.
  expect(sided).toEqual(['queue/queue-pane.tsx: left-0']);
});

test.each([
  ['<p>Nobody is waiting</p>', 'Nobody is waiting'],
  ['<button aria-label="close">x</button>', 'close'],
  ["const title = 'Take it';", 'Take it'],
  ['const line = `$' + '{who} took the conversation`;', ' took the conversation'],
])('%s is found out', (source, words) => {
  expect(
    looseWords(`export const a = () => { ${source.startsWith('<') ? `return ${source}` : source} };`),
  ).toEqual([words]);
});

test.each([
  '<p>{queue.nobody}</p>',
  '<kbd>?</kbd>',
  '<input placeholder="https://login.example.com" />',
  "throw new Error('The theme is read outside of its provider.');",
  "const wish = { ArrowDown: 'next' }; if (event.key === 'Escape') return;",
  '<div className="flex items-center gap-2" data-testid="row" />',
])('%s is none of its business', (source) => {
  expect(
    looseWords(`export const a = () => { ${source.startsWith('<') ? `return ${source}` : source} };`),
  ).toEqual([]);
});
