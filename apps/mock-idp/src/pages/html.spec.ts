import { expect, test } from 'vitest';
import { html, textOf } from './html.js';

test('a value enters as text, in an element and in an attribute', () => {
  const value = `"><script>alert('1')</script>&`;
  expect(textOf(html`<p title="${value}">${value}</p>`)).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</p>',
  );
});

test('markup inside markup stays markup, alone or in a list', () => {
  expect(textOf(html`<ul>${['a', '<b>'].map((item) => html`<li>${item}</li>`)}</ul>`)).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li></ul>',
  );
});

test('what is absent or false is not written, zero is', () => {
  expect(textOf(html`[${undefined}${false}${0}]`)).toBe('[0]');
});
