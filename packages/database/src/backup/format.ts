import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/**
 * A backup is compressed text, line by line. The first letter of a line says what it is:
 * M what the backup is · T a table, of which rows follow · R a row · F a file, of which pieces follow · P a piece, in
 * base64 · E the end, with how much there was and a hash over all lines before.
 */
export const FORMAT = 1;

export type Migrated = { readonly name: string; readonly checksum: string };
export type Manifest = {
  readonly format: number;
  readonly at: string;
  readonly migrations: readonly Migrated[];
  /** Where the audit log of each brand ended. */
  readonly heads: readonly { readonly brand: string; readonly number: number; readonly hash: string }[];
};
export type Column = { readonly name: string; readonly type: string };
export type Table = { readonly name: string; readonly columns: readonly Column[] };
export type Part =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'row'; readonly json: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'piece'; readonly bytes: Buffer };
export type Counts = { readonly rows: number; readonly files: number };

const spelt = (part: Part): string => {
  switch (part.kind) {
    case 'manifest':
      return `M${JSON.stringify(part.manifest)}`;
    case 'table':
      return `T${JSON.stringify(part.table)}`;
    case 'row':
      return `R${part.json}`;
    case 'file':
      return `F${JSON.stringify(part.path)}`;
    case 'piece':
      return `P${part.bytes.toString('base64')}`;
  }
};

function read(line: string): Part {
  const rest = line.slice(1);
  switch (line[0]) {
    case 'M':
      return { kind: 'manifest', manifest: JSON.parse(rest) as Manifest };
    case 'T':
      return { kind: 'table', table: JSON.parse(rest) as Table };
    case 'R':
      return { kind: 'row', json: rest };
    case 'F':
      return { kind: 'file', path: JSON.parse(rest) as string };
    case 'P':
      return { kind: 'piece', bytes: Buffer.from(rest, 'base64') };
    default:
      throw new Error('a line of no kind');
  }
}

/** The lines of a backup, with its end. */
export async function* linesOf(parts: AsyncIterable<Part>, done: (counts: Counts) => void) {
  const hash = createHash('sha256');
  const counts = { rows: 0, files: 0 };
  for await (const part of parts) {
    if (part.kind === 'row') counts.rows += 1;
    if (part.kind === 'file') counts.files += 1;
    const line = `${spelt(part)}\n`;
    hash.update(line);
    yield line;
  }
  yield `E${JSON.stringify({ ...counts, sha256: hash.digest('hex') })}\n`;
  done(counts);
}

async function* rawLines(file: string): AsyncGenerator<string> {
  const input = createReadStream(file);
  const unpacked = createGunzip();
  let broken: Error | undefined;
  const fail = (error: Error) => {
    broken ??= error;
    unpacked.end();
  };
  input.on('error', fail);
  unpacked.on('error', fail);
  const lines = createInterface({ input: input.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const line of lines) yield line;
  } catch (error) {
    throw broken ?? error;
  }
  if (broken) throw broken;
}

/** What is in a backup. Whoever has read all of it knows that it is whole: throws where it is not. */
export async function* partsOf(file: string): AsyncGenerator<Part> {
  const hash = createHash('sha256');
  const counts = { rows: 0, files: 0 };
  let whole = false;
  try {
    for await (const line of rawLines(file)) {
      if (whole) throw new Error('more follows its end');
      if (line.startsWith('E')) {
        const end = JSON.parse(line.slice(1)) as Counts & { sha256: string };
        if (end.sha256 !== hash.digest('hex') || end.rows !== counts.rows || end.files !== counts.files)
          throw new Error('it is not as it was written');
        whole = true;
        continue;
      }
      hash.update(`${line}\n`);
      const part = read(line);
      if (part.kind === 'row') counts.rows += 1;
      if (part.kind === 'file') counts.files += 1;
      yield part;
    }
    if (!whole) throw new Error('its end is missing');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file} is no whole backup: ${why}. Nothing was restored.`, { cause });
  }
}

/** Reads all of it, and answers what it is. */
export async function verifyBackup(file: string): Promise<Manifest> {
  let manifest: Manifest | undefined;
  for await (const part of partsOf(file)) {
    if (part.kind === 'manifest') manifest = part.manifest;
  }
  if (!manifest)
    throw new Error(`${file} is no whole backup: it does not say what it is. Nothing was restored.`);
  if (manifest.format !== FORMAT)
    throw new Error(
      `${file} is of format ${manifest.format}, and this version reads ${FORMAT}. Restore it with the version that made it.`,
    );
  return manifest;
}
