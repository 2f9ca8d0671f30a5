import { expect, test } from 'vitest';
import { html } from './html.js';

test('a value stands as text, in an element and in an attribute', () => {
  const name = `<img src=x onerror="alert('1')">&`;
  expect(html`<a title="${name}">${name}</a>`.html).toBe(
    '<a title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</a>',
  );
});

test('markup stands as it is, and nothing where there is nothing', () => {
  expect(html`<p>${html`<b>yes</b>`}${undefined}</p>`.html).toBe('<p><b>yes</b></p>');
});
