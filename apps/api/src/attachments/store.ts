import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FilePart } from '@countersign/contracts';

/** Where files lie. What is in them is not encrypted by us: the disk or the bucket is. */
export abstract class Store {
  /** The whole of it or nothing: a file that is there is complete. */
  abstract put(key: string, path: string, type: string): Promise<void>;
  /** Undefined: nothing lies there. */
  abstract read(key: string): Promise<Readable | undefined>;
  /** Nothing there is no error. */
  abstract remove(key: string): Promise<void>;
}

/** Tells nothing of whose it is, and holds nothing that anybody named. */
export function keyOf(brandId: string, id: string, part: FilePart): string {
  const hash = createHash('sha256').update(`${brandId}/${id}/${part}`).digest('hex');
  return `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash.slice(4)}`;
}
