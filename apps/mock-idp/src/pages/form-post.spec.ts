import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { formPostPage, formPostPolicy } from './form-post.js';

const page = (entries: readonly (readonly [string, string])[]): string =>
  formPostPage({
    label: 'Larkspur ID',
    application: 'Shop',
    action: 'https://shop.example/?a=1&b=2',
    entries,
  });

test('the policy lets the page’s one script run, and no other', () => {
  const scripts = [...page([]).matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script);
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(hashes).toHaveLength(1);
  expect(/script-src ([^;]*)/.exec(formPostPolicy)?.[1]).toBe(hashes[0]);
});

test('names and values enter as text', () => {
  const text = page([['state', '"><script>alert(1)</script>']]);
  expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(text).toContain('action="https://shop.example/?a=1&amp;b=2"');
});
