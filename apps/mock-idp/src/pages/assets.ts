import { readFileSync } from 'node:fs';
import { fonts } from './fonts.js';
import { style } from './style.js';

export type Asset = { readonly type: string; readonly content: string | Buffer };

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="5" r="3" fill="#4b4fb8"/><path d="M2 15a6 6 0 0 1 12 0z" fill="#4b4fb8"/></svg>`;

/** What the build copied from the house's room for looks, so that this package runs by itself. */
const folder = new URL('../../dist/assets/', import.meta.url);

const tokens = (): string => readFileSync(new URL('look.css', folder), 'utf8');

/** Every file a page needs, by its path. */
export function assets(): ReadonlyMap<string, Asset> {
  const { sheet, files } = fonts(folder);
  return new Map<string, Asset>([
    ['/assets/idp.css', { type: 'text/css; charset=utf-8', content: `${sheet}\n${tokens()}\n${style}` }],
    ['/assets/icon.svg', { type: 'image/svg+xml', content: icon }],
    ...files.map(({ path, bytes }) => [path, { type: 'font/woff2', content: bytes }] as const),
  ]);
}
