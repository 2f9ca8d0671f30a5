import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../test/seed.js';
import { parseObject } from './json.js';

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('an object of JSON', () => {
  test('is read as it was written', () => {
    const anything = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(
      fc.property(anything, (object) => {
        const text = JSON.stringify(object);
        fc.pre(!text.includes('__proto__'));
        expect(parseObject(text)).toEqual(JSON.parse(text));
      }),
      { seed },
    );
  });

  test('may use one name again in another object, and as a value', () => {
    expect(parseObject('{"a":{"a":"a"},"b":[{"a":1},{"a":2}],"c":"a"}')).toBeDefined();
  });

  test.each([
    ['a member twice', '{"sub":"ada","sub":"bob"}'],
    ['a member twice, once as an escape', '{"sub":"ada","s\\u0075b":"bob"}'],
    ['a member twice, deep inside', '{"a":[{"b":{"c":1,"c":2}}]}'],
    ['a member twice after a string that looks like one', '{"a":"\\"","a":1}'],
    ['a member that would be a prototype', '{"sub":"ada","__proto__":{"email_verified":true}}'],
    ['the same, deep inside and as an escape', '{"a":[{"\\u005f_proto__":{}}]}'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['text', '"a"'],
    ['no JSON', '{a:1}'],
    ['nothing', ''],
    ['an object within 33', nested(33)],
  ])('%s is refused', (_, text) => expect(parseObject(text)).toBeUndefined());

  test('an object within 32 is read', () => expect(parseObject(nested(32))).toBeDefined());
});
