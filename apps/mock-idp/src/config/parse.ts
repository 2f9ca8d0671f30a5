import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { ConfigRefused, type Problem, spelled } from './problem.js';

/** A text as it was read, that can still say where each member stands. */
export type Parsed = {
  readonly value: unknown;
  /** Throws, naming every problem by its place. */
  refuse(problems: readonly Problem[]): never;
};

/** Where a member begins: its name in the map, or the item in the list. The nearest that is there, if it is missing. */
function nodeAt(document: Document.Parsed, path: readonly PropertyKey[]): Node | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
      if (pair && isNode(pair.key)) return pair.key;
    }
    const item = document.getIn(path.slice(0, length), true);
    if (isNode(item)) return item;
  }
  return document.contents ?? undefined;
}

/** YAML 1.2, and so JSON as well. `name` is what a message calls the text. */
export function parse(text: string, name: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const broken = document.errors[0];
  if (broken)
    throw new ConfigRefused(`${at(broken.pos[0])}: expected YAML or JSON: ${broken.message}`, {
      cause: broken,
    });
  return {
    value: document.toJS(),
    refuse: (problems) => {
      const said = problems.map((problem) => {
        const path = problem.member === undefined ? problem.path : [...problem.path, problem.member];
        const offset = nodeAt(document, path)?.range?.[0] ?? 0;
        return {
          offset,
          line: `${at(offset)}: ${[spelled(problem), problem.expected].filter(Boolean).join(': ')}`,
        };
      });
      said.sort((one, other) => one.offset - other.offset);
      throw new ConfigRefused(said.map(({ line }) => line).join('\n'));
    },
  };
}
