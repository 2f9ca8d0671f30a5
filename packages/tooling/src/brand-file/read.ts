import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { type Fault, faultsOf } from './rules.js';
import { type BrandFile, brandFile } from './shape.js';

type Path = readonly (string | number)[];
type Read = { readonly file: string; readonly document: Document; readonly lines: LineCounter };

/** The file is not as expected: every place of it in a line of its own. */
export class BrandFileWrong extends Error {
  override readonly name = 'BrandFileWrong';
}

const isStep = (step: PropertyKey): step is string | number => typeof step !== 'symbol';

/** What zod found, one place each: of members that do not exist, each by its name. */
const placed = (issue: z.core.$ZodIssue): Fault[] => {
  const path = issue.path.filter(isStep);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], expected: 'expected no such member' }));
  const said = issue.message.replace(/^Invalid input: |^Invalid (option|string): |^Too (small|big): /, '');
  return [
    { path, expected: said.startsWith('expected') ? said : `expected something else: ${issue.message}` },
  ];
};

/** Where a key stands in its map; for a list or a member that is missing, undefined. */
function keyAt(document: Document, path: Path): number | undefined {
  const holder = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(holder)) return undefined;
  const pair = holder.items.find(({ key }) => isNode(key) && String(key) === String(path.at(-1)));
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}

/** The nearest place there is: a member that is missing is told at what should hold it. */
function offsetOf(document: Document, path: Path): number {
  if (path.length === 0) return isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
  const node = document.getIn(path, true);
  const own = keyAt(document, path) ?? (isNode(node) ? node.range?.[0] : undefined);
  return own ?? offsetOf(document, path.slice(0, -1));
}

const spelled = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step),
    '',
  ) || 'the file';

function lineOf({ file, document, lines }: Read, { path, expected }: Fault): string {
  const { line, col } = lines.linePos(offsetOf(document, path));
  return `${file}:${line}:${col}: ${spelled(path)}: ${expected}`;
}

const brokenOf = (file: string, lines: LineCounter, { pos, message }: YAMLError): string => {
  const { line, col } = lines.linePos(pos[0]);
  return `${file}:${line}:${col}: not YAML: ${message.split(/ at line|\n/)[0]}`;
};

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : error;
    throw new BrandFileWrong(`${file}: ${why}`);
  }
}

/** Reads and judges a file of brands, YAML or JSON. Throws with every place that is not as expected. */
export function readBrandFile(file: string, text = textOf(file)): BrandFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  if (document.errors.length > 0)
    throw new BrandFileWrong(document.errors.map((error) => brokenOf(file, lines, error)).join('\n'));
  const read = { file, document, lines };
  const tell = (faults: readonly Fault[]) =>
    new BrandFileWrong(faults.map((fault) => lineOf(read, fault)).join('\n'));
  const result = brandFile.safeParse(document.toJS());
  if (!result.success) throw tell(result.error.issues.flatMap(placed));
  const faults = [...faultsOf(result.data)];
  if (faults.length > 0) throw tell(faults);
  return result.data;
}
