import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@countersign/contracts';
import { describe, expect, test } from 'vitest';
import { repository } from '../places.ts';
import { sidebarOf } from '../sidebar.ts';
import { drawn } from './diagrams.ts';
import { targetOf } from './links.ts';
import { pageOf } from './page.ts';
import { preparedPages } from './prepare.ts';
import { tableOf } from './schema.ts';
import { eventsOf } from './socket.ts';

const pages = preparedPages();
const page = (source: string, slug: string) => pageOf(source, slug, `# ${slug}\n\nWords.\n`);
const few = [page('docs/guide/keys.md', 'guide/keys'), page('docs/stand-in/README.md', 'stand-in')];

describe('what the site is made of', () => {
  test('every page of the site stands in exactly one place of the sidebar', () => {
    const links = sidebarOf(pages).flatMap(({ items }) => items.map(({ link }) => link));
    const slugs = pages.map(({ slug }) => (slug === '' ? '/' : `/${slug}/`));
    expect([...links].sort()).toEqual([...slugs].sort());
  });

  test('every route and every event of a socket has its place in the reference', () => {
    const reference = pages
      .filter(({ slug }) => slug.startsWith('api/'))
      .map(({ body }) => body)
      .join('\n');
    for (const { method, path } of Object.values(routes))
      expect(reference).toContain(`<code class="method">${method}</code> <code>${path}</code>`);
    const read = (name: string) =>
      readFileSync(join(repository, `packages/contracts/src/socket/${name}.ts`), 'utf8');
    for (const [, event] of `${read('agent')}${read('consumer')}`.matchAll(/^ {2}'([\w]+:[\w-]+)':/gm))
      expect(reference).toContain(`### ${event}\n`);
  });

  test('no two pages have one address, and none is without a title', () => {
    expect(new Set(pages.map(({ slug }) => slug)).size).toBe(pages.length);
    expect(pages.filter(({ title }) => title.trim() === '')).toEqual([]);
    expect(() => pageOf('docs/a.md', 'a', 'Words.')).toThrow('docs/a.md begins without a title');
  });
});

describe('links between documents', () => {
  const to = (link: string) => targetOf(link, few[0] ?? page('', ''), few, repository);

  test('a link between files is a link between pages, with its heading', () => {
    expect(to('../stand-in/README.md#by-hand')).toEqual({ address: '/stand-in/#by-hand' });
    expect(to('../stand-in')).toEqual({ address: '/stand-in/' });
    expect(to('#turning')).toEqual({ address: '#turning' });
    expect(to('https://example.com/a')).toEqual({ address: 'https://example.com/a' });
  });

  test('a picture is served beside the pages, a source is named, and what is not there is refused', () => {
    expect(to('../pictures/side-by-side.png')).toEqual({ address: '/pictures/side-by-side.png' });
    expect(to('../../packages/look/')).toEqual({ repository: 'packages/look' });
    expect(() => to('../gone.md')).toThrow('docs/guide/keys.md: ../gone.md leads nowhere.');
  });
});

describe('what is made of sources', () => {
  test('an event has its comment, what goes with it and what it is acknowledged with', () => {
    const source =
      "export interface Up {\n  /** Says it. */\n  'a:b': (input: Said, ack: Ack<Done[]>) => void;\n  typing: (event: { on: boolean }) => void;\n}\n";
    expect(eventsOf(source, 'Up')).toEqual([
      { name: 'a:b', says: 'Says it.', input: 'Said', answer: 'Done[]' },
      { name: 'typing', says: '', input: '{ on: boolean }', answer: undefined },
    ]);
    expect(() => eventsOf(source, 'Down')).toThrow('There is no interface Down.');
  });

  test('members of members are told by their path, and a bar does not end a cell', () => {
    const table = tableOf({
      type: 'object',
      properties: { a: { type: 'array', items: { type: 'object', properties: { b: { enum: ['x|y'] } } } } },
      required: ['a'],
    });
    expect(table).toContain('| `a` | list of object | yes |');
    expect(table).toContain('| `a[].b` | `"x\\|y"` |');
  });

  test('a diagram is told in words, brings no style sheet and fetches nothing', () => {
    const svg = drawn('sequenceDiagram\n  A->>B: hello "you"\n', 7);
    expect(svg).toContain('aria-label="A to B: hello &quot;you&quot;"');
    expect(svg).not.toMatch(/<style|@import|https?:\/\/(?!www\.w3\.org)/);
    for (const [, id] of svg.matchAll(/\bid="([^"]+)"/g)) expect(id).toMatch(/^d7-/);
  });

  test.each([
    [
      'sequenceDiagram\n  participant W as Widget\n  participant A as Countersign\n  W->>A: an attempt\n  A-->>W: nonce\n',
      'Widget to Countersign: an attempt; Countersign to Widget: nonce',
    ],
    [
      'flowchart LR\n  subgraph page [The page]\n    L[Launcher] --> W[Window]\n  end\n  W -->|asks| M[Method]\n  M --> W\n',
      'Launcher to Window; Window to Method: asks; Method to Window',
    ],
    [
      'stateDiagram-v2\n  [*] --> anonymous: opened\n  anonymous --> [*]\n',
      'the beginning to anonymous: opened; anonymous to the end',
    ],
  ])('a drawing of any kind has a name: %#', (source, name) => {
    expect(drawn(source, 1)).toContain(`aria-label="${name}"`);
  });

  test('a diagram that nobody could tell stops the build', () => {
    expect(() => drawn('flowchart LR\n  A[alone]\n', 1)).toThrow('Nobody could tell this diagram');
  });
});
