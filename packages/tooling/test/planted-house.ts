import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A house of a few files, to break its rules in. */
export type PlantedHouse = { readonly root: string; tearDown(): void };

const write = (root: string, path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** A room as others see it: built, and found by its name. */
function makeRoom(root: string, name: string): void {
  const room = join(root, 'packages', name);
  const entry = { types: './dist/index.d.ts', default: './dist/index.js' };
  const attacks = { types: './dist/attacks/index.d.ts', default: './dist/attacks/index.js' };
  const manifest = {
    name: `@countersign/${name}`,
    type: 'module',
    exports: { '.': entry, './attacks': attacks },
  };
  write(root, `packages/${name}/package.json`, JSON.stringify(manifest));
  write(root, `packages/${name}/dist/index.d.ts`, 'export declare const planted = 1;\n');
  write(root, `packages/${name}/dist/attacks/index.d.ts`, 'export declare const planted = 1;\n');
  write(root, `packages/${name}/dist/attacks/index.js`, 'export const planted = 1;\n');
  write(root, `packages/${name}/dist/index.js`, 'export const planted = 1;\n');
  write(root, `packages/${name}/src/index.ts`, 'export const planted = 1;\n');
  mkdirSync(join(root, 'node_modules/@countersign'), { recursive: true });
  symlinkSync(room, join(root, 'node_modules/@countersign', name));
}

/** The rooms, and whatever files are planted. */
export function plant(files: Readonly<Record<string, string>>): PlantedHouse {
  const root = mkdtempSync(join(tmpdir(), 'countersign-planted-'));
  for (const name of ['claims', 'contracts', 'protocol', 'database', 'chat-client']) makeRoom(root, name);
  for (const folder of ['apps', 'e2e']) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  return { root, tearDown: () => rmSync(root, { recursive: true, force: true }) };
}
