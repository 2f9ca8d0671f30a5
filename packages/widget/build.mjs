import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

/** Names the launcher and the window have in common, and nobody else knows: short, and the same in both. */
const SHARED_NAMES =
  /^(present|settle|onLeave|named|turn|randomId|base64url|sha256|isNamed|want|device|api|apiUrl|prepare|beAnonymous|prove|embed|resume)$/;
/** Names that never leave the launcher: neither the window nor a page may use them. */
const INNER_NAMES =
  /^(readyAttempt|fetchAttempt|ownKey|dropKey|refreshing|untilNamed|tellOf|observers|hasMethod|explain|restart|onNamed|keyStore|methodOf|methodLimitMs|isSeen|removal|preparing|wanted|keptKey|retry|inPage)$/;

const LAUNCHER_NAMES = new RegExp(`${INNER_NAMES.source}|${SHARED_NAMES.source}`);
const shortNames = {};

const dist = fileURLToPath(new URL('dist/', import.meta.url));

// The tokens speak of the page's root; in the widget that is the host element.
const cssAsText = {
  name: 'css-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = readFileSync(path, 'utf8').replaceAll(':root', ':host');
      const { code } = await transform(css, { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    });
  },
};

async function bundle(entry, define, names) {
  const { outputFiles, mangleCache } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    define,
    ...(names ? { mangleProps: names, mangleCache: shortNames } : {}),
    plugins: [cssAsText],
  });
  for (const [name, short] of Object.entries(mangleCache ?? {}))
    if (SHARED_NAMES.test(name)) shortNames[name] = short;
  return Buffer.from(outputFiles[0].contents);
}

const digest = (content) => createHash('sha384').update(content).digest();
const integrityOf = (content) => `sha384-${digest(content).toString('base64')}`;

const launch = (define) => bundle('src/launcher/main.ts', define, LAUNCHER_NAMES);

// First of all: it decides what the names they share are called. Every byte of the launcher is paid by every page.
const probe = await launch({ __WINDOW_FILE__: '""', __WINDOW_INTEGRITY__: '""' });
const window = await bundle('src/window/main.ts', {}, SHARED_NAMES);
const shim = (file, integrity) =>
  bundle('src/lptag/main.ts', {
    __LAUNCHER_FILE__: JSON.stringify(file),
    __LAUNCHER_INTEGRITY__: JSON.stringify(integrity),
  });
// The version is the window's content and the others' source: none changes without the address of all.
const sources = [window, probe, await shim('', '')];
const version = sources
  .reduce((hash, content) => hash.update(content), createHash('sha256'))
  .digest('hex')
  .slice(0, 16);
const launcher = await launch({
  __WINDOW_FILE__: JSON.stringify(`/widget/${version}/window.js`),
  __WINDOW_INTEGRITY__: JSON.stringify(integrityOf(window)),
});

// For pages written for LivePerson only: it brings the launcher.
const lptag = await shim(`/widget/${version}/launcher.js`, integrityOf(launcher));

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const manifest = { version };
for (const [name, content] of Object.entries({ launcher, window, lptag })) {
  writeFileSync(`${dist}${name}.js`, content);
  manifest[name] = { file: `${name}.js`, integrity: integrityOf(content) };
}
writeFileSync(`${dist}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
