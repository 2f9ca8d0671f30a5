import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fonts } from './fonts.js';
import { style } from './style.js';

export type Asset = { readonly type: string; readonly content: string | Buffer };

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="5" r="3" fill="#4b4fb8"/><path d="M2 15a6 6 0 0 1 12 0z" fill="#4b4fb8"/></svg>`;

/** The house's tokens, as its room builds them for pages a server writes. */
const tokens = (): string =>
  readFileSync(fileURLToPath(import.meta.resolve('@countersign/look/look.css')), 'utf8');

/** Every file a page needs, by its path. */
export function assets(): ReadonlyMap<string, Asset> {
  const { sheet, files } = fonts();
  return new Map<string, Asset>([
    ['/assets/idp.css', { type: 'text/css; charset=utf-8', content: `${sheet}\n${tokens()}\n${style}` }],
    ['/assets/icon.svg', { type: 'image/svg+xml', content: icon }],
    ...files.map(({ path, bytes }) => [path, { type: 'font/woff2', content: bytes }] as const),
  ]);
}
