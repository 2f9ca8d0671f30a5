import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createPrisma, type PrismaClient } from '@countersign/database';
import { createClient } from 'redis';

/** What is looked for: a word, in whatever spelling, or the bytes of a file. */
export type Needle = string | Buffer;

/** A word as it is, in hexadecimal, and in base64 wherever in a longer text it begins. */
const spellings = (word: string): string[] => {
  const bytes = Buffer.from(word);
  const within = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64url');
    // What depends on the bytes beside it is left out.
    return text.slice(
      before === 0 ? 0 : before + 1,
      text.length - ((before + bytes.length) % 3 === 0 ? 0 : 1),
    );
  });
  return [word, bytes.toString('hex'), ...within.flatMap((one) => [one, toStandard(one)])];
};
const toStandard = (text: string) => text.replaceAll('-', '+').replaceAll('_', '/');

const isIn = (content: Buffer, needle: Needle): boolean => {
  if (typeof needle !== 'string') return content.includes(needle);
  const text = content.toString('latin1').toLowerCase();
  return spellings(needle).some((one) => text.includes(Buffer.from(one.toLowerCase()).toString('latin1')));
};
const anyIn = (content: Buffer | string, needles: readonly Needle[]): boolean =>
  needles.some((needle) => isIn(Buffer.from(content as string), needle));

type Table = { readonly schema: string; readonly table: string; readonly columns: string[] };

/** Every column of every table of every schema that is not PostgreSQL's own; partitions stand in their table. */
const tablesOf = (mighty: PrismaClient): Promise<Table[]> => mighty.$queryRaw`
  SELECT n.nspname AS schema, c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'm')
    AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
  GROUP BY 1, 2 ORDER BY 1, 2`;

/** The columns in which anything of it stands, whatever their type: what is binary reads as hexadecimal. */
export async function columnsWith(url: string, words: readonly string[]): Promise<string[]> {
  const mighty = createPrisma(url);
  const spelt = words.flatMap(spellings).map((one) => one.toLowerCase());
  try {
    const found: string[] = [];
    for (const { schema, table, columns } of await tablesOf(mighty)) {
      const looks = columns.map(
        (column) =>
          `coalesce(bool_or(EXISTS (SELECT FROM unnest($1::text[]) AS word
            WHERE position(word IN lower(t."${column}"::text)) > 0)), false) AS "${column}"`,
      );
      const [row = {}] = await mighty.$queryRawUnsafe<Record<string, boolean>[]>(
        `SELECT ${looks.join(', ')} FROM "${schema}"."${table}" AS t`,
        spelt,
      );
      for (const column of columns) if (row[column]) found.push(`${table}.${column}`);
    }
    return found;
  } finally {
    await mighty.$disconnect();
  }
}

type Redis = Awaited<ReturnType<typeof connected>>;
const connected = async (url: string) => {
  const client = createClient({ url });
  await client.connect();
  return client;
};

async function contentOf(client: Redis, key: string): Promise<unknown> {
  switch (await client.type(key)) {
    case 'stream':
      return client.xRange(key, '-', '+');
    case 'string':
      return client.get(key);
    case 'hash':
      return client.hGetAll(key);
    case 'list':
      return client.lRange(key, 0, -1);
    case 'set':
      return client.sMembers(key);
    case 'zset':
      return client.zRangeWithScores(key, 0, -1);
    default:
      throw new Error(`${key} is of a type that nobody looks into`);
  }
}

/** The keys of a Redis in which anything of it stands, in their name or in what they hold. */
export async function keysWith(url: string, words: readonly string[]): Promise<string[]> {
  const client = await connected(url);
  try {
    const found: string[] = [];
    for await (const keys of client.scanIterator())
      for (const key of keys)
        if (anyIn(key + JSON.stringify(await contentOf(client, key)), words)) found.push(key);
    return found.sort();
  } finally {
    client.destroy();
  }
}

export const linesWith = (text: string, words: readonly string[]): string[] =>
  text.split('\n').filter((line) => anyIn(line, words));

/** How many files hold anything of it, in their name or in themselves. */
export async function filesWith(folder: string, needles: readonly Needle[]): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let found = 0;
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (anyIn(path.slice(folder.length), needles) || anyIn(await readFile(path), needles)) found += 1;
  }
  return found;
}

/** What of a backup holds anything of it: its rows, or its files, which are put together again from their pieces. */
export async function backupHas(file: string, needles: readonly Needle[]) {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .split('\n');
  const pieces = lines
    .filter((line) => line.startsWith('P'))
    .map((line) => Buffer.from(line.slice(1), 'base64'));
  return {
    rows: lines.filter((line) => line.startsWith('R') && anyIn(line, needles)).length > 0,
    files: anyIn(Buffer.concat(pieces), needles),
  };
}
