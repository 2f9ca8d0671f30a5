import { parseAst } from 'vitest/node';

type Node = { readonly type: string; readonly [member: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );

/** Attributes that are read aloud or shown. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'title',
  'label',
  'placeholder',
  'alt',
  'text',
  'note',
]);
/** Names of keys are what stands on the keys. */
const keys =
  /^(Enter|Escape|Esc|Home|End|Tab|Shift|Control|Ctrl|Meta|Alt|Backspace|Delete|PageUp|PageDown|Arrow\w+)( [A-Z])?$/;

const isSentence = (text: string) => /^[A-Z][a-z’]+([ .,:…]|$)/.test(text.trim()) && !keys.test(text.trim());

/** An address, or the first line of a key: the same in every language. */
const isCode = (text: string) => /^(https:\/\/\S+|-----BEGIN [A-Z ]+-----)$/.test(text);

const nameOf = (node: unknown): unknown => (isNode(node) ? node['name'] : undefined);

/** Errors are for whoever wrote the code. */
const isError = ({ type, callee }: Node) => type === 'NewExpression' && /Error$/.test(String(nameOf(callee)));

/** What stands on a key, or in code, is the same in every language. */
const isKey = ({ type, openingElement }: Node) =>
  type === 'JSXElement' &&
  isNode(openingElement) &&
  ['kbd', 'code'].includes(String(nameOf(openingElement['name'])));

function wordsIn(node: Node, found: string[]): string[] {
  if (isError(node) || isKey(node) || node.type.startsWith('TS') || node.type === 'ImportDeclaration')
    return found;
  // What a browser may lack is asked for by its name in code.
  if (node.type === 'BinaryExpression' && node['operator'] === 'in') return found;
  const { value, name } = node;
  if (node.type === 'JSXText' && /\p{L}{2,}/u.test(String(value))) found.push(String(value).trim());
  if (
    node.type === 'JSXAttribute' &&
    spoken.has(String(nameOf(name))) &&
    isNode(value) &&
    value.type === 'Literal' &&
    !isCode(String(value['value']))
  )
    found.push(String(value['value']));
  else if (node.type === 'Literal' && typeof value === 'string' && isSentence(value)) found.push(value);
  if (node.type === 'TemplateElement' && isNode(value) === false) {
    const { cooked } = value as { cooked?: string };
    if (cooked && / [a-z]+ |^[A-Z][a-z]+ /.test(cooked) && !/[-:[]/.test(cooked)) found.push(cooked);
  }
  for (const child of childrenOf(node)) wordsIn(child, found);
  return found;
}

/** What a component says without asking the dictionary. */
export function looseWords(source: string): readonly string[] {
  const program: unknown = parseAst(source, { lang: 'tsx' });
  return isNode(program) ? [...new Set(wordsIn(program, []))] : [];
}

const physical =
  /(?<![\w-])-?(?:m[lr]|p[lr]|border-[lr]|rounded-(?:[lr]|tl|tr|bl|br)|text-(?:left|right)|scroll-[mp][lr]|(?:left|right)(?=-))(?:-[\w[\]().%/-]+)?(?=[\s'"`])/g;

/** Class names that mean a side of the screen, where a side of the line is meant. */
export const sidesOf = (source: string): readonly string[] =>
  [...source.matchAll(/"[^"\n]*"|'[^'\n]*'|`[^`]*`/g)].flatMap(([text]) => text.match(physical) ?? []);
