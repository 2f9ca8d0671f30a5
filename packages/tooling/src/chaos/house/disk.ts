import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIZE = '1200m';
const BLOCK = Buffer.alloc(64 * 1024, 1);

function mounted(path: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Where the database lies: as root a disk of its own in memory, which can be filled without harm to anybody. */
export class Disk {
  private constructor(
    readonly path: string,
    readonly canBeFilled: boolean,
  ) {}

  static make(): Disk {
    const path = mkdtempSync(join(tmpdir(), 'countersign-chaos-'));
    const canBeFilled = mounted(path);
    // Run as root, PostgreSQL is another account, and must get in.
    chmodSync(path, 0o755);
    return new Disk(path, canBeFilled);
  }

  /** To the last block. What is given back meanwhile is taken at the next time. */
  fill(): void {
    const file = openSync(this.filler, 'a');
    try {
      while (statfsSync(this.path).bavail > 0) writeSync(file, BLOCK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  empty(): void {
    rmSync(this.filler, { force: true });
  }

  remove(): void {
    if (this.canBeFilled) execFileSync('umount', ['-l', this.path], { stdio: 'ignore' });
    rmSync(this.path, { recursive: true, force: true });
  }

  private get filler(): string {
    return join(this.path, 'filler');
  }
}
