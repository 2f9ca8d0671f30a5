import { expect, test } from 'vitest';
import { functionsOf, isCode } from '../src/check/functions.js';

const body = (lines: number, indent: string) =>
  Array.from({ length: lines }, (_, at) => `${indent}call(${at});`).join('\n');

test('a function is as long as its lines of code, from its name to its end', () => {
  const source = `export function greet(name: string): void {\n${body(3, '  ')}\n}\n`;
  expect(functionsOf(source)).toEqual([{ name: 'greet', line: 1, lines: 5 }]);
});

test('a method and an arrow function are functions', () => {
  const source = `class Door {\n  async open(key: Key): Promise<void> {\n${body(2, '    ')}\n  }\n}\nconst close = (door: Door) => {\n${body(1, '  ')}\n};\n`;
  expect(functionsOf(source).map(({ name, lines }) => [name, lines])).toEqual([
    ['open', 4],
    ['close', 3],
  ]);
});

test('comments and empty lines are not code', () => {
  expect(['', '  ', '// why', '  * more', '/** what */'].some(isCode)).toBe(false);
  expect(functionsOf('function quiet() {\n  // why\n\n  call();\n}\n')[0]?.lines).toBe(3);
});

test('a condition is no function', () => {
  expect(functionsOf(`if (ready) {\n${body(2, '  ')}\n}\n`)).toEqual([]);
});
