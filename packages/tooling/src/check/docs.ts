import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inRoot } from '../paths.js';
import type { Ran } from '../run/run.js';

const skipped =
  /^(node_modules|dist|\.site|\.astro|\.expo|generated|\.next|\.turbo|\.data|\.git|test-results|pictures)$/;
const README_LINES = 200;
const ROOM_LINES = 30;
const SECURITY = 'docs/security.md';
const GOOGLE = 'docs/google.md';

function* filesIn(folder: string, wanted: RegExp): Generator<string> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, wanted);
    else if (wanted.test(entry.name)) yield path;
  }
}

const linesOf = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length;

/** What stands in a fence is an example, and its links are the reader's. */
const prose = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');
const links = /\]\(([^)\s]+)\)/g;

function* deadLinks(root: string): Generator<string> {
  for (const file of filesIn(root, /\.md$/)) {
    for (const [, link = ''] of prose(readFileSync(file, 'utf8')).matchAll(links)) {
      if (/^[a-z]+:|^#/.test(link)) continue;
      if (!existsSync(join(dirname(file), link.replace(/#.*$/, ''))))
        yield `${relative(root, file)}: ${link}\n    a link that leads nowhere`;
    }
  }
}

const roomsOf = (root: string): string[] =>
  ['apps', 'packages']
    .flatMap((kind) => readdirSync(join(root, kind)).map((room) => join(kind, room)))
    .concat('e2e')
    .filter((room) => existsSync(join(root, room, 'package.json')));

function* doorless(root: string): Generator<string> {
  const most: [string, number][] = [
    ['README.md', README_LINES],
    ...roomsOf(root).map((room): [string, number] => [join(room, 'README.md'), ROOM_LINES]),
  ];
  for (const [file, lines] of most) {
    const path = join(root, file);
    if (!existsSync(path)) yield `${file} is missing\n    who comes in wants to know what the room is for`;
    else if (linesOf(path) > lines)
      yield `${file}: ${linesOf(path)} lines of ${lines}\n    what is long is not read: it goes to docs/`;
  }
}

/** The last cell of each row of the table of threats. */
const titlesIn = (security: string): string[] =>
  security
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split(' | ').at(-1)?.replace(/ \|$/, '') ?? '');

const begins = /\b(?:test|it)(?:\.(?:skip|run)If\([^()]*\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs;

function titlesOfTests(root: string): Set<string> {
  const titles = new Set<string>();
  for (const folder of ['apps', 'packages', 'e2e'])
    for (const file of filesIn(join(root, folder), /\.(spec|test)\.tsx?$/))
      for (const [, , title = ''] of readFileSync(file, 'utf8').matchAll(begins))
        titles.add(title.replaceAll(/\\(.)/g, '$1'));
  return titles;
}

function* promisesWithoutTest(root: string): Generator<string> {
  const path = join(root, SECURITY);
  const promised = existsSync(path) ? titlesIn(readFileSync(path, 'utf8')) : [];
  if (promised.length === 0) yield `${SECURITY} promises nothing\n    the table of threats was not found`;
  const titles = titlesOfTests(root);
  for (const title of promised)
    if (!titles.has(title)) yield `${SECURITY}: ${title}\n    no test has this title: who promises shows it`;
}

/** The tests of the stand-in are named by the facts of Google they show. */
function* factsWithoutRow(root: string): Generator<string> {
  const path = join(root, GOOGLE);
  const rows = existsSync(path) ? readFileSync(path, 'utf8') : '';
  for (const file of filesIn(join(root, 'apps/mock-idp'), /\.spec\.ts$/))
    for (const fact of new Set(readFileSync(file, 'utf8').match(/\bG\d+\b/g)))
      if (!rows.includes(`| ${fact} |`))
        yield `${relative(root, file)}: ${fact}\n    ${GOOGLE} does not say what this is`;
}

const printed = /^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm;

/** A fence that names a file is that file: what is read is what is tested. */
function* printedOtherwise(root: string): Generator<string> {
  for (const document of filesIn(root, /\.md$/))
    for (const [, name = '', text] of readFileSync(document, 'utf8').matchAll(printed)) {
      const file = join(dirname(document), name);
      if (!existsSync(file) || readFileSync(file, 'utf8') !== text)
        yield `${relative(root, document)}: ${name}\n    what is printed is not what stands in the file`;
    }
}

/** Links that lead somewhere, a short README in each room, a test behind each promise of security, a row for each fact of Google, and files printed as they are. */
export function docs(root = inRoot()): Ran {
  const found = [
    ...deadLinks(root),
    ...doorless(root),
    ...promisesWithoutTest(root),
    ...factsWithoutRow(root),
    ...printedOtherwise(root),
  ];
  return { code: found.length > 0 ? 1 : 0, output: found.join('\n') };
}
