import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type FontFile = { readonly path: string; readonly bytes: Buffer };

const family = '@fontsource-variable/inter';

/** The house's typeface from its own room: the sheet with its ranges, and the files it names. */
export function fonts(): { readonly sheet: string; readonly files: readonly FontFile[] } {
  const fromLook = createRequire(import.meta.resolve('@countersign/look/fonts.css'));
  const sheet = readFileSync(fromLook.resolve(`${family}/wght.css`), 'utf8');
  const names = [...sheet.matchAll(/url\(\.\/files\/([\w-]+\.woff2)\)/g)].map(([, name]) => name ?? '');
  const files = names.map((name) => ({
    path: `/assets/fonts/${name}`,
    bytes: readFileSync(fromLook.resolve(`${family}/files/${name}`)),
  }));
  return { sheet: sheet.replaceAll('url(./files/', 'url(/assets/fonts/'), files };
}
