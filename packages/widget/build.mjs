import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const own = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = own('dist/');

/** With its parts in their places. */
const cssOf = (path) =>
  readFileSync(path, 'utf8').replace(/@import "(.+?)";/g, (_, part) => cssOf(join(dirname(path), part)));

/** The tokens are everybody's. Of them a style sheet takes what it asks for, and what that is made of. */
function onlyAsked(tokens, ...styles) {
  const asks = (css, name) => new RegExp(`var\\(${name}[,)]`).test(css);
  const kept = tokens.replace(/(--cs-[\w-]+):[^;]+;/g, (declaration, name) =>
    [tokens, ...styles].some((css) => asks(css, name)) ? declaration : '',
  );
  return kept === tokens ? tokens : onlyAsked(kept, ...styles);
}
const inWindow = [cssOf(own('src/window/window.css')), cssOf(own('src/page/page.css'))];

// The tokens speak of the page's root; in the widget that is the host element.
const cssAsText = {
  name: 'css-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const text = path.endsWith('tokens.css') ? onlyAsked(cssOf(path), ...inWindow) : cssOf(path);
      const css = text.replaceAll(':root', ':host');
      const { code } = await transform(css, { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    });
  },
};

async function bundle(entry, define) {
  const { outputFiles } = await build({
    entryPoints: [own(entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    define,
    plugins: [cssAsText],
  });
  return Buffer.from(outputFiles[0].contents);
}

/** Of pages that are no element: the tokens speak of their root. */
async function stylesheet(...files) {
  const css = files.map((file) => readFileSync(fileURLToPath(import.meta.resolve(file)), 'utf8')).join('\n');
  return Buffer.from((await transform(css, { loader: 'css', minify: true })).code);
}

const digest = (content) => createHash('sha384').update(content).digest();
const integrityOf = (content) => `sha384-${digest(content).toString('base64')}`;

/** What the chat says in another language: data, of its own address and digest. */
async function wordsOf(language, name) {
  const { outputFiles } = await build({
    entryPoints: [own(`src/words/${name}.ts`)],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { [name]: words } = await import(`data:text/javascript;base64,${code}`);
  return { language, content: Buffer.from(JSON.stringify(words)) };
}
const languages = [await wordsOf('ar', 'arabic')];
const noWords = { __WORDS__: '{}' };

// The version is the content of all before they know each other's addresses: none changes without the address of all.
const drafts = [await bundle('src/window/main.ts', noWords), await bundle('src/page/main.ts', noWords)];
const probe = await bundle('src/launcher/main.ts', { __WINDOW_FILE__: '""', __WINDOW_INTEGRITY__: '""' });
const shim = (file, integrity) =>
  bundle('src/lptag/main.ts', {
    __LAUNCHER_FILE__: JSON.stringify(file),
    __LAUNCHER_INTEGRITY__: JSON.stringify(integrity),
  });
// The pages on a window's way to a provider and back.
const back = await bundle('src/page/return.ts', {});
const style = await stylesheet('@countersign/look/tokens.css', './src/page/style.css');
const icon = readFileSync(own('src/page/icon.svg'));
const texts = languages.map(({ content }) => content);
const sources = [...drafts, ...texts, probe, await shim('', ''), back, style, icon];
const version = sources
  .reduce((hash, content) => hash.update(content), createHash('sha256'))
  .digest('hex')
  .slice(0, 16);
const words = Object.fromEntries(
  languages.map(({ language, content }) => [
    language,
    { file: `/widget/${version}/${language}.json`, integrity: integrityOf(content) },
  ]),
);
const withWords = { __WORDS__: JSON.stringify(words) };
const window = await bundle('src/window/main.ts', withWords);
// The window of the service's own.
const page = await bundle('src/page/main.ts', withWords);
const launcher = await bundle('src/launcher/main.ts', {
  __WINDOW_FILE__: JSON.stringify(`/widget/${version}/window.js`),
  __WINDOW_INTEGRITY__: JSON.stringify(integrityOf(window)),
});

// For pages written for LivePerson only: it brings the launcher.
const lptag = await shim(`/widget/${version}/launcher.js`, integrityOf(launcher));

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const manifest = { version };
const kinds = { style: 'css', icon: 'svg' };
for (const [name, content] of Object.entries({ launcher, window, lptag, page, return: back, style, icon })) {
  const file = `${name}.${kinds[name] ?? 'js'}`;
  writeFileSync(`${dist}${file}`, content);
  manifest[name] = { file, integrity: integrityOf(content) };
}
manifest.words = {};
for (const { language, content } of languages) {
  const file = `${language}.json`;
  writeFileSync(`${dist}${file}`, content);
  manifest.words[language] = { file, integrity: integrityOf(content) };
}
writeFileSync(`${dist}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
