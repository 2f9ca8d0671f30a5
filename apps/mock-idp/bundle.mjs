// What the pages show comes from another room; copied, so that this package runs by itself. And the command in few files:
// hundreds of small ones take longer to find than to run.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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

/** Imported, a built-in module shows all it has, and `node:http` loads a whole HTTP client for that. Asked for, it does not. */
const builtins = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?[a-z_/0-9]+$/ }, ({ path, kind }) => {
      // Those that are waited for come when they are needed, whole.
      if (kind === 'dynamic-import') return undefined;
      const name = path.replace(/^node:/, '');
      return builtinModules.includes(name) ? { path: name, namespace: 'builtin' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}')`,
    }));
  },
};

/** As a namespace zod is taken in parts; as the object it exports, with its words in forty languages. */
const zodInParts = {
  name: 'zod-in-parts',
  setup({ onLoad }) {
    onLoad({ filter: /mock-idp[\\/]dist[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace("import { z } from 'zod'", "import * as z from 'zod'"),
    }));
  },
};

const bundle = fileURLToPath(new URL('dist/bundle/', import.meta.url));
rmSync(bundle, { recursive: true, force: true });
await build({
  entryPoints: ['main', 'index'].map((name) => fileURLToPath(new URL(`dist/${name}.js`, import.meta.url))),
  outdir: bundle,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Beside the entry, so that what lies relative to a file of `dist/*/` is found from here too.
  chunkNames: '[name]-[hash]',
  // Loaded when they are first needed, if ever.
  external: ['oidc-provider', 'pino-pretty', '@peculiar/x509', 'reflect-metadata', 'yaml'],
  plugins: [builtins, zodInParts],
  legalComments: 'linked',
  sourcemap: true,
});
