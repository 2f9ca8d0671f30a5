// What the pages show comes from another room; copied, so that this package runs by itself.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const family = '@fontsource-variable/inter';
const look = fileURLToPath(import.meta.resolve('@countersign/look/look.css'));
const fromLook = createRequire(import.meta.resolve('@countersign/look/fonts.css'));
const sheet = fromLook.resolve(`${family}/wght.css`);
const folder = fileURLToPath(new URL('dist/assets/', import.meta.url));

rmSync(folder, { recursive: true, force: true });
mkdirSync(`${folder}files`, { recursive: true });
cpSync(look, `${folder}look.css`);
cpSync(sheet, `${folder}fonts.css`);
const fonts = join(dirname(sheet), 'files');
for (const name of readdirSync(fonts))
  if (/-wght-normal\.woff2$/.test(name)) cpSync(join(fonts, name), `${folder}files/${name}`);
