import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { snippets, type Values } from './snippets';

const values: Values = {
  apiUrl: 'https://chat.example',
  brand: 'acme',
  connection: 'web',
  flow: 'code',
  window: true,
  issuer: 'https://login.acme.example',
  audience: 'https://chat.example/connections/01a2072a-dfb5-74e0-86ed-494bf91d9484',
};
const kinds: readonly Values[] = [
  values,
  { ...values, window: false },
  { ...values, window: false, flow: 'implicit' },
];
const all = kinds.flatMap((kind) =>
  snippets(kind).map(
    (snippet) => [`${snippet.id}, ${kind.flow}${kind.window ? ' in a window' : ''}`, snippet] as const,
  ),
);

const scripts = (markup: string): string[] =>
  [...markup.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');

/** Every element that is opened is closed, in order. */
function unclosed(markup: string): string[] {
  const open: string[] = [];
  for (const [, end, name = '', self] of markup
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .matchAll(/<(\/?)([a-z][\w-]*)(?:[^<>"]|"[^"]*")*?(\/?)>/g)) {
    if (self) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}

test.each(all)('the snippet %s is sound', (_, { language, code }) => {
  const marked = language === 'html' || language === 'vue';
  for (const source of marked ? scripts(code) : [code])
    expect(() => parseAst(source, { lang: language === 'tsx' ? 'tsx' : 'ts' })).not.toThrow();
  if (marked) expect(unclosed(code)).toEqual([]);
  expect(code.endsWith('\n')).toBe(true);
});

test.each(all.filter(([, { id }]) => id !== 'backend'))(
  'the snippet %s has the brand’s values',
  (_, { code }) => {
    for (const value of ['https://chat.example', 'acme', 'web']) expect(code).toContain(value);
  },
);

test('a backend that signs names its issuer and its audience; a chat in a window of its own needs none', () => {
  const [inWindow, , signed] = kinds.map((kind) => snippets(kind).find(({ id }) => id === 'backend'));
  expect(inWindow).toBeUndefined();
  expect(signed?.code).toContain(values.audience);
});
