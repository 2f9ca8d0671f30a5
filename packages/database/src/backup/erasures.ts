import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import pg from 'pg';

/** Who was erased: random ids, and an HMAC of who it was. */
export type Erasure = {
  readonly brandId: string;
  readonly id: string;
  readonly consumerId: string;
  readonly person: string;
  readonly at: string;
};

const COLUMNS = 'brand_id AS "brandId", id, consumer_id AS "consumerId", person, at::text AS at';

/** The list that the service keeps beside the database, a line each. The last line of a process that was killed may be half. */
export async function erasuresOfList(file: string): Promise<readonly Erasure[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.flatMap((line, index) => {
    try {
      return [JSON.parse(line) as Erasure];
    } catch (cause) {
      if (index === lines.length - 1) return [];
      throw new Error(`${file}, line ${index + 1}, is no entry of a list of erasures`, { cause });
    }
  });
}

export async function erasuresOfDatabase(url: string): Promise<readonly Erasure[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('public.erasures') IS NOT NULL AS there`,
    );
    if (!rows[0]?.there) return [];
    await client.query('SET row_security = off');
    return (await client.query<Erasure>(`SELECT ${COLUMNS} FROM erasures`)).rows;
  } finally {
    await client.end();
  }
}

async function replay(client: pg.Client, one: Erasure): Promise<boolean> {
  const values = [one.brandId, one.consumerId, one.id, one.person, one.at];
  const { rowCount } = await client.query(
    `SELECT FROM erase_consumer($1::uuid, $2::uuid, $3::uuid, $4, '{}', $5::timestamptz, $5::timestamptz)`,
    values,
  );
  await client.query(
    `INSERT INTO erasures (brand_id, id, consumer_id, person, at)
    SELECT $1::uuid, $3::uuid, $2::uuid, $4, $5::timestamptz WHERE EXISTS (SELECT FROM brands WHERE id = $1::uuid)
    ON CONFLICT DO NOTHING`,
    values,
  );
  if (!rowCount) return false;
  // Facts that waited for somebody are not found without the service's key: a day at most, and they may be pushed again.
  await client.query('DELETE FROM pending_facts WHERE brand_id = $1', [one.brandId]);
  return true;
}

/** Forgets again whoever was erased since the backup was made, and writes into each log that it was restored. */
export async function replayErasures(
  url: string,
  erasures: readonly Erasure[],
  backupOf: string,
  now: Date,
): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    const again = new Map<string, number>();
    for (const one of erasures)
      if (await replay(client, one)) again.set(one.brandId, (again.get(one.brandId) ?? 0) + 1);
    const brands = await client.query<{ id: string }>('SELECT id FROM brands');
    for (const { id } of brands.rows)
      await client.query(
        `INSERT INTO audit_entries (brand_id, id, at, actor, action, detail) VALUES ($1, $2, $3, 'service', 'backup_restored', $4)`,
        [id, randomUUID(), now, { backup: backupOf, erased: again.get(id) ?? 0 }],
      );
    await client.query('COMMIT');
    return [...again.values()].reduce((sum, count) => sum + count, 0);
  } finally {
    await client.end();
  }
}
