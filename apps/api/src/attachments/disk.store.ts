import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { errorCodeOf } from '../common/error-code.js';
import { newSecret } from '../common/secrets.js';
import { Store } from './store.js';

/** A folder of this machine, or one that several share. */
export class DiskStore extends Store {
  constructor(private readonly folder: string) {
    super();
  }

  /** Beside its place first and onto the disk, then moved: nobody reads half of it, and it outlives a power cut. */
  override async put(key: string, path: string): Promise<void> {
    const place = join(this.folder, key);
    const beside = `${place}.${newSecret()}`;
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    try {
      await copyFile(path, beside);
      const file = await open(beside, 'r+');
      await file.chmod(0o600);
      await file.sync().finally(() => file.close());
      await rename(beside, place);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }

  override async read(key: string): Promise<Readable | undefined> {
    try {
      return (await open(join(this.folder, key))).createReadStream();
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  override async remove(key: string): Promise<void> {
    await rm(join(this.folder, key), { force: true });
  }
}
