import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command, type Ended, runNode, type Started } from './command.js';

export const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A block of code of a guide: its language, the name of the file it is, and what stands in it. */
export type Block = { readonly language: string; readonly name: string; readonly text: string };

export function readGuide(name: string): Block[] {
  const text = readFileSync(file(`../../docs/stand-in/${name}.md`), 'utf8');
  return [...text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', called = '', inside = '']) => ({ language, name: called, text: inside }),
  );
}

/** A command as it is printed: variables, then a program, then its arguments. */
export type Command = {
  readonly env: Record<string, string>;
  readonly program: string;
  readonly args: string[];
};

const parsed = (line: string): Command => {
  const words = line.trim().split(/\s+/);
  const first = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const env = words.slice(0, first).map((word) => {
    const equals = word.indexOf('=');
    return [word.slice(0, equals), word.slice(equals + 1)];
  });
  return { env: Object.fromEntries(env), program: words[first] ?? '', args: words.slice(first + 1) };
};

/** What a guide tells its reader to run. */
export const commandsIn = (blocks: readonly Block[]): Command[] =>
  blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(parsed);

/** The files of a guide in a folder of its own, from where it finds what this room has installed. */
export class Workshop {
  readonly folder: string;
  readonly #running: Started[] = [];

  /** `ports`: what to put for the ports that are printed, which may be taken here. */
  constructor(
    blocks: readonly Block[],
    readonly ports: Readonly<Record<string, number>>,
  ) {
    // Inside the room, so that what runs there finds what is installed beside it.
    const parent = file('.data/guides');
    mkdirSync(parent, { recursive: true });
    this.folder = mkdtempSync(join(parent, 'guide-'));
    for (const { name, text } of blocks) if (name !== '') this.write(name, this.#ported(text));
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  /** As if a package had been installed here. */
  install(name: string, at: string): void {
    const link = join(this.folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(at, link);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Runs a command as printed. */
  run({ env, program, args }: Command): Started {
    const told = args.map((word) => this.#ported(word));
    const given = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, this.#ported(value)]));
    const words = program === 'npx' ? [command, ...told.slice(1)] : told;
    const started = runNode(words, given, this.folder);
    this.#running.push(started);
    return started;
  }

  async close(): Promise<Ended[]> {
    const ended = await Promise.all(this.#running.map((started) => started.stop()));
    rmSync(this.folder, { recursive: true, force: true });
    return ended;
  }

  #ported(text: string): string {
    return text.replaceAll(/\b(3000|4000)\b/g, (port) => String(this.ports[port] ?? port));
  }
}
