/** A function of a source file, by its line and length in lines of code. */
export type FunctionSize = { readonly name: string; readonly line: number; readonly lines: number };

const begins =
  /^(\s*)(?:export )?(?:default )?(?:public |private |protected |static |override |async )*(?:function\*? (\w+)|(?:const|let) (\w+)[^=]*=\s*(?:async )?(?:\([^)]*\)|\w+)[^=]*=>|(?:get |set )?(\w+)\s*(?:<[^>]*>)?\([^;]*\)[^;]*\{$)/;
const notNames = new Set(['if', 'for', 'while', 'switch', 'catch', 'return', 'describe', 'test', 'it']);

export const isCode = (line: string): boolean => {
  const text = line.trim();
  return text !== '' && !text.startsWith('//') && !text.startsWith('*') && !text.startsWith('/*');
};

/**
 * Functions of a formatted file, by indentation: the formatter puts the closing line at the indent of the first.
 * Near enough for a budget; a parser would know no better what is long.
 */
export function functionsOf(source: string): FunctionSize[] {
  const lines = source.split('\n');
  const found: FunctionSize[] = [];
  lines.forEach((line, index) => {
    const match = begins.exec(line);
    const name = match?.[2] ?? match?.[3] ?? match?.[4];
    if (!match || name === undefined || notNames.has(name)) return;
    const indent = match[1] ?? '';
    const end = lines.findIndex(
      (other, at) =>
        at > index && new RegExp(`^${indent}[}\\])]`).test(other) && !/^\s*\)[^;]*[{>]$/.test(other),
    );
    const next = lines.findIndex(
      (other, at) => at > index && other.trim() !== '' && !other.startsWith(`${indent} `),
    );
    if (end < 0 || end !== next) return;
    found.push({ name, line: index + 1, lines: lines.slice(index, end + 1).filter(isCode).length });
  });
  return found;
}
