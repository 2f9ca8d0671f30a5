import { renderMermaidSVG } from 'beautiful-mermaid';

const fences = /^```mermaid\n([\s\S]*?)^```$/gm;

/** What a diagram is about, for whoever hears it: its arrows, in order. */
function toldOf(source: string): string {
  const arrows = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /-->|->>/.test(line) && line.includes(':'))
    .map((line) => line.slice(line.indexOf(':') + 1).trim());
  return arrows.join('; ').replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

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
    .replace('<svg ', `<svg role="img" aria-label="${toldOf(source)}" `);
  return `<figure class="diagram" tabindex="0">${svg}</figure>`;
}

export function withDiagrams(body: string): string {
  let number = 0;
  return body.replace(fences, (_, source: string) => {
    number += 1;
    return drawn(source, number);
  });
}
