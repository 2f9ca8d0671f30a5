import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { style } from './style.js';

export type Asset = { readonly type: string; readonly text: string };

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="5" r="3" fill="#4b4fb8"/><path d="M2 15a6 6 0 0 1 12 0z" fill="#4b4fb8"/></svg>`;

/** The house's tokens, from its own room; built as one file for pages a server writes. */
function tokens(): string {
  const file = fileURLToPath(import.meta.resolve('@countersign/look/look.css'));
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

export const assets = (): ReadonlyMap<string, Asset> =>
  new Map([
    ['/assets/idp.css', { type: 'text/css; charset=utf-8', text: `${tokens()}\n${style}` }],
    ['/assets/icon.svg', { type: 'image/svg+xml', text: icon }],
  ]);
