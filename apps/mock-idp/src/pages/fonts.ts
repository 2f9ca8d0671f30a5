import { readFileSync } from 'node:fs';

export type FontFile = { readonly path: string; readonly bytes: Buffer };

/** The house's typeface as the build copied it: the sheet with its ranges, and the files it names. */
export function fonts(folder: URL): { readonly sheet: string; readonly files: readonly FontFile[] } {
  const sheet = readFileSync(new URL('fonts.css', folder), 'utf8');
  const names = [...sheet.matchAll(/url\(\.\/files\/([\w-]+\.woff2)\)/g)].map(([, name]) => name ?? '');
  const files = names.map((name) => ({
    path: `/assets/fonts/${name}`,
    bytes: readFileSync(new URL(`files/${name}`, folder)),
  }));
  return { sheet: sheet.replaceAll('url(./files/', 'url(/assets/fonts/'), files };
}
