import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ATTACHMENT_LIMIT } from '@countersign/contracts';
import { DomainError } from '../common/domain-error.js';
import { HEAD_BYTES } from './kind.js';

/** A file as it came: on disk, so that many large ones at once fill no memory. */
export type Incoming = { readonly path: string; readonly bytes: number; readonly head: Buffer };

export type Coming = {
  readonly stream: Readable;
  /** As it was promised, if it was. */
  readonly length: number | undefined;
  readonly path: string;
  /** Whoever sends slower than this is not waited for. */
  readonly patienceMs: number;
};

/** Between two pieces of a file. */
const SILENCE_MS = 15_000;

/** Takes what comes, piece by piece, and no more than is allowed: the promise is tested first, the bytes are counted. */
export async function receive({ stream, length, path, patienceMs }: Coming): Promise<Incoming> {
  if (length !== undefined && length > ATTACHMENT_LIMIT) throw new DomainError('attachment_too_large');
  const file = await open(path, 'wx', 0o600);
  const late = lateness(patienceMs);
  try {
    const got = await fill(file, stream, late);
    if (got.bytes === 0) throw new DomainError('attachment_empty');
    if (length !== undefined && got.bytes !== length) throw new DomainError('upload_interrupted');
    return { path, ...got };
  } finally {
    late.stop();
    await file.close();
  }
}

/** The stream is left as it is when this stops early: its sender still hears the answer. */
async function fill(file: FileHandle, stream: Readable, late: Lateness): Promise<Omit<Incoming, 'path'>> {
  const pieces = stream.iterator({ destroyOnReturn: false });
  const head: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await Promise.race([nextOf(pieces), late.reached]);
    if (done) return { bytes, head: Buffer.concat(head).subarray(0, HEAD_BYTES) };
    const piece = value as Buffer;
    if (bytes < HEAD_BYTES) head.push(piece.subarray(0, HEAD_BYTES));
    bytes += piece.length;
    if (bytes > ATTACHMENT_LIMIT) throw new DomainError('attachment_too_large');
    await file.write(piece);
    late.heard();
  }
}

/** Whoever breaks off has nobody to read the answer; the log still tells it from a fault of ours. */
async function nextOf(pieces: AsyncIterator<unknown>): Promise<IteratorResult<unknown>> {
  try {
    return await pieces.next();
  } catch (error) {
    throw new DomainError('upload_interrupted', {}, { cause: error });
  }
}

type Lateness = { readonly reached: Promise<never>; readonly heard: () => void; readonly stop: () => void };

function lateness(patienceMs: number): Lateness {
  const { promise: reached, reject } = Promise.withResolvers<never>();
  // Nobody may be waiting for the next piece when it is reached.
  reached.catch(() => undefined);
  const end = () => reject(new DomainError('upload_interrupted', { detail: 'It came too slowly.' }));
  const whole = setTimeout(end, patienceMs);
  const silence = setTimeout(end, Math.min(SILENCE_MS, patienceMs));
  const stop = () => {
    clearTimeout(whole);
    clearTimeout(silence);
  };
  return { reached, heard: () => void silence.refresh(), stop };
}

export async function fingerprintOf(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  const file = await open(path);
  let bytes = 0;
  for await (const piece of file.createReadStream()) {
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
