import { existsSync } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Part } from './format.js';

/** A multiple of three: each piece is whole in base64. */
const PIECE = 96 * 1_024;

/** All files of a folder, by their path in it. What is removed meanwhile is not there any more. */
export async function* filesIn(folder: string): AsyncGenerator<Part> {
  if (!existsSync(folder)) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const file = await open(path).catch(() => undefined);
    if (!file) continue;
    try {
      yield { kind: 'file', path: relative(folder, path).split(sep).join('/') };
      const piece = Buffer.alloc(PIECE);
      for (;;) {
        const { bytesRead } = await file.read(piece, 0, PIECE);
        if (bytesRead === 0) break;
        yield { kind: 'piece', bytes: Buffer.from(piece.subarray(0, bytesRead)) };
      }
    } finally {
      await file.close();
    }
  }
}

/** Writes files as they come. A path that leads out of the folder is none of a backup. */
export class FileWriter {
  private current: Awaited<ReturnType<typeof open>> | undefined;

  constructor(private readonly folder: string) {}

  async begin(path: string): Promise<void> {
    await this.end();
    const target = resolve(this.folder, path);
    if (!target.startsWith(`${resolve(this.folder)}${sep}`))
      throw new Error(`The backup names a file outside of its folder: ${path}`);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    this.current = await open(target, 'w', 0o600);
  }

  async piece(bytes: Buffer): Promise<void> {
    await this.current?.write(bytes);
  }

  async end(): Promise<void> {
    await this.current?.close();
    this.current = undefined;
  }
}
