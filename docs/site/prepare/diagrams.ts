import { renderMermaidSVG } from 'beautiful-mermaid';
import { told } from './told.ts';

const fences = /^```mermaid\n([\s\S]*?)^```$/gm;

const asAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * Drawn when the site is built, as part of the page: nothing is fetched, and the page's own colours hold in light and dark.
 * The drawing brings a style sheet that would hold for the whole page and a font from elsewhere; both are left out.
 */
export function drawn(source: string, number: number): string {
  const svg = renderMermaidSVG(source, { transparent: true, font: 'Inter Variable' })
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/ style="--bg[^"]*"/, '')
    .replace(/\bid="([^"]+)"/g, `id="d${number}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#d${number}-$1)`)
    .replace(/\s*\n\s*/g, ' ')
    .replace('<svg ', `<svg role="img" aria-label="${asAttribute(told(source))}" `);
  return `<figure class="diagram" tabindex="0">${svg}</figure>`;
}

export function withDiagrams(body: string): string {
  let number = 0;
  return body.replace(fences, (_, source: string) => {
    number += 1;
    return drawn(source, number);
  });
}
