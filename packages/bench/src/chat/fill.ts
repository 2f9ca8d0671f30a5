import type pg from 'pg';

/** Of one conversation, and of how many the measured brand has one. */
const LINES = 100;
const BRANDS = 10;
/** In one statement, so that what is not stored yet is not waiting in memory. */
const AT_ONCE = 500_000;

type Changes = Readonly<Record<string, string>>;

/** A row that is there already, again and again, with some of its columns made new: whatever columns it has. */
async function copies(admin: pg.Client, table: string, changes: Changes): Promise<string> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
     AND attgenerated = ''`,
    [table],
  );
  const columns = rows.map(({ name }) => `"${name}"`);
  const values = rows.map(({ name }) => changes[name] ?? `r."${name}"`);
  return `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table} r, generate_series($2::bigint, $3::bigint) AS g WHERE r.brand_id = $1`;
}

const idOf = (kind: string, number: string) =>
  `('${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
/** Every tenth conversation is of the measured brand, the others of nine that nobody asks about. */
const brandOf = (number: string) =>
  `CASE ${number} % ${BRANDS} WHEN 0 THEN r.brand_id ELSE ${idOf('00000b4a', `${number} % ${BRANDS}`)} END`;
const TALK = `(g / ${LINES})`;

const tables: readonly { table: string; where: string; each: number; changes: Changes }[] = [
  {
    table: 'consumers',
    where: 'r.id = (SELECT id FROM consumers WHERE brand_id = $1 LIMIT 1)',
    each: LINES,
    changes: {
      brand_id: brandOf('g'),
      id: idOf('00000c05', 'g'),
      subject: "'filled-' || g",
      display_name: 'NULL',
      sealed_name: 'NULL',
      wrapped_key: 'NULL',
    },
  },
  {
    table: 'sessions',
    where: 'r.id = (SELECT id FROM sessions WHERE brand_id = $1 LIMIT 1)',
    each: LINES,
    changes: {
      brand_id: brandOf('g'),
      id: idOf('00005e55', 'g'),
      family_id: idOf('00005e55', 'g'),
      consumer_id: idOf('00000c05', 'g'),
      key_thumbprint: "'filled-' || g",
    },
  },
  {
    table: 'conversations',
    where: 'r.id = (SELECT id FROM conversations WHERE brand_id = $1 LIMIT 1)',
    each: LINES,
    changes: {
      brand_id: brandOf('g'),
      id: idOf('00000c04', 'g'),
      session_id: idOf('00005e55', 'g'),
      family_id: idOf('00005e55', 'g'),
      consumer_id: idOf('00000c05', 'g'),
      last_number: String(LINES),
      state: "'ended'",
      opened_at: "r.opened_at - g * interval '1 minute'",
      ended_at: "r.opened_at - g * interval '1 minute' + interval '20 minutes'",
      waiting_since: 'NULL',
    },
  },
  {
    table: 'messages',
    where: 'r.id = (SELECT id FROM messages WHERE brand_id = $1 AND client_id IS NOT NULL LIMIT 1)',
    each: 1,
    changes: {
      brand_id: brandOf(TALK),
      id: idOf('00000e55', 'g'),
      conversation_id: idOf('00000c04', TALK),
      number: `(g % ${LINES} + 1)::int`,
      client_id: "'filled-' || g",
    },
  },
];

/**
 * So many messages beside what the brand has, a tenth of them its own, by the database's own account: rows like the
 * first of their kind. Nothing refers to them, so references are not looked up.
 */
export async function fill(admin: pg.Client, brand: string, messages: number): Promise<void> {
  await admin.query('SET session_replication_role = replica');
  for (const { table, where, each, changes } of tables) {
    const text = `${await copies(admin, table, changes)} AND ${where}`;
    const last = Math.ceil(messages / each);
    for (let from = 0; from < last; from += AT_ONCE)
      await admin.query(text, [brand, from, Math.min(from + AT_ONCE, last) - 1]);
  }
  await admin.query('SET session_replication_role = origin');
  await admin.query('VACUUM ANALYZE');
}
