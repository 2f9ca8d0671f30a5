import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepared, repository } from '../places.ts';
import type { Sample } from './collect.ts';

const folder = join(prepared, 'samples');
const compiler = join(repository, 'node_modules/typescript/bin/tsc');

const settings = {
  compilerOptions: {
    target: 'es2024',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2024', 'dom', 'dom.iterable'],
    types: ['node'],
    jsx: 'preserve',
    allowJs: true,
    checkJs: true,
    // A sample shows what is called and with what; what is its reader's has no types.
    strict: false,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ['*.ts', '*.tsx', '*.mjs', '*.d.ts'],
};

const isModule = /^(?:import|export)\b/m;
const suffix: Readonly<Record<string, string>> = { js: 'mjs', mjs: 'mjs', jsx: 'tsx', tsx: 'tsx', ts: 'ts' };

/** What a test runs is tried harder than by types. */
const isTyped = ({ document, language, about }: Sample): boolean =>
  suffix[language] !== undefined &&
  !/(?:^| )(file|run)=/.test(about) &&
  !(document.startsWith('docs/stand-in/') && about !== '');

/** The reader's own types, and what a page's script knows of an event or an element without being told. */
const isReaders = (line: string): boolean =>
  /TS2339: .* on type '(unknown|Event|EventTarget|Element|Window & typeof globalThis)'/.test(line);

function run(): string[] {
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => line.includes(': error TS'));
}

/** What a sample takes for granted: names its reader has, and packages that are not here. */
function assumed(errors: readonly string[]): string {
  const of = (pattern: RegExp) => new Set(errors.flatMap((line) => pattern.exec(line)?.[1] ?? []));
  const names = of(
    /TS(?:2304|2552|2503|18004): (?:Cannot find name|Cannot find namespace|No value exists in scope for the shorthand property) '(\w+)'/,
  );
  const modules = [...of(/TS(?:2307|7016|2882): .*?module '([^']+)'/), ...of(/TS2882: .*'([^']+)'/)];
  const foreign = modules.filter((name) => !name.startsWith('@countersign/'));
  return [
    ...[...names].map((name) => `declare const ${name}: any;`),
    ...[...new Set(foreign)].map((name) => `declare module '${name}';`),
  ].join('\n');
}

/**
 * TypeScript's word on every sample that is not run: what it calls of ours is there, and takes what it is given. Names
 * that are the reader's are declared; a package of ours that is not there, or a member that is not, is wrong.
 */
export function checkTypes(samples: readonly Sample[]): string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const places = new Map<string, string>();
  for (const { document, line, language, text } of samples.filter(isTyped)) {
    const name = `${document.replace(/\W+/g, '-')}-${line}.${suffix[language]}`;
    places.set(name, `${document}:${line}`);
    writeFileSync(join(folder, name), isModule.test(text) ? text : `${text}\nexport {};\n`);
  }
  if (places.size === 0) return [];
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  writeFileSync(join(folder, 'assumed.d.ts'), assumed(run()));
  const errors = run().filter((line) => !isReaders(line));
  if (!existsSync(compiler)) return [`there is no compiler at ${compiler}`];
  return errors.map((line) =>
    line.replace(/^.*?([\w.-]+)\((\d+),\d+\): error /, (_, name: string) => `${places.get(name) ?? name}: `),
  );
}
