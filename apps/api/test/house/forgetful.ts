/** One brand asks; what it must not reach is another's. */
export type Places = {
  readonly own: string;
  readonly ownSession: string;
  readonly brand: string;
  readonly conversation: string;
  readonly session: string;
  readonly family: string;
  readonly consumer: string;
  readonly issuer: string;
  /** Hash of a token of that session. */
  readonly token: string;
};
type Question = readonly [what: string, statement: (places: Places, secret: string) => string];

/** Each finds something of the other brand's where nothing keeps it from it. */
export const reads: readonly Question[] = [
  ['a table, whole', (_, secret) => `SELECT FROM messages WHERE text = '${secret}'`],
  [
    'a join by the conversation alone',
    ({ conversation }) =>
      `SELECT FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE c.id = '${conversation}'`,
  ],
  [
    'a left join from one’s own',
    ({ own }) =>
      `SELECT FROM brands b LEFT JOIN brands o ON o.id <> b.id WHERE b.id = '${own}' AND o.id IS NOT NULL`,
  ],
  ['a count', ({ consumer }) => `SELECT FROM consumers WHERE id = '${consumer}' HAVING count(*) > 0`],
  ['groups', ({ brand }) => `SELECT brand_id FROM sessions GROUP BY brand_id HAVING brand_id = '${brand}'`],
  [
    'whether something exists',
    ({ session }) => `SELECT WHERE EXISTS (SELECT FROM sessions WHERE id = '${session}')`,
  ],
  [
    'a subquery by the brand’s word',
    () => `SELECT FROM connections WHERE brand_id IN (SELECT id FROM brands WHERE slug = 'juniper')`,
  ],
  [
    'a window over all rows',
    (_, secret) =>
      `SELECT FROM (SELECT text, rank() OVER (ORDER BY at) FROM messages) AS m WHERE text = '${secret}'`,
  ],
  [
    'a sample of the pages',
    (_, secret) => `SELECT FROM messages TABLESAMPLE SYSTEM (100) WHERE text = '${secret}'`,
  ],
  [
    'a union',
    ({ session, family }) =>
      `SELECT id FROM sessions WHERE id = '${session}' UNION SELECT id FROM conversations WHERE family_id = '${family}'`,
  ],
  [
    'a recursion',
    ({ conversation }) => `WITH RECURSIVE line AS (
      SELECT conversation_id, number FROM messages WHERE conversation_id = '${conversation}' AND number = 1
      UNION SELECT m.conversation_id, m.number FROM messages m JOIN line ON m.conversation_id = line.conversation_id AND m.number = line.number + 1
    ) SELECT FROM line`,
  ],
  [
    'a row, locked',
    ({ conversation }) => `SELECT FROM conversations WHERE id = '${conversation}' FOR UPDATE`,
  ],
  [
    'a function that ends a family',
    ({ brand, family, issuer }) =>
      `SELECT FROM log_out('${brand}', '${issuer}', NULL, NULL, '${family}', 'x', 'x', gen_random_uuid(), now(), now())`,
  ],
  [
    'a function that takes over',
    ({ brand, session }) =>
      `SELECT FROM sessions s, LATERAL take_over('${brand}', s.key_thumbprint, NULL, now()) AS t WHERE s.id = '${session}' AND t.id IS NOT NULL`,
  ],
];

export const writes: readonly Question[] = [
  ['a change', ({ conversation }) => `UPDATE conversations SET state = 'ended' WHERE id = '${conversation}'`],
  [
    'a change by a join',
    ({ consumer }) =>
      `UPDATE sessions s SET end_reason = 'x' FROM consumers c WHERE c.id = s.consumer_id AND c.id = '${consumer}'`,
  ],
  ['a deletion', ({ session }) => `DELETE FROM session_tokens WHERE session_id = '${session}'`],
  [
    'a deletion within a question',
    ({ token }) =>
      `WITH gone AS (DELETE FROM session_tokens WHERE hash = '${token}' RETURNING 1) SELECT FROM gone`,
  ],
  [
    'a merge',
    ({
      conversation,
    }) => `MERGE INTO conversations c USING (SELECT '${conversation}'::uuid AS id) AS given ON c.id = given.id
    WHEN MATCHED THEN UPDATE SET state = 'ended'`,
  ],
  [
    'a copy into one’s own',
    ({ own, ownSession }, secret) => `INSERT INTO page_facts (brand_id, session_id, name, value, at)
    SELECT '${own}', '${ownSession}', 'taken', to_jsonb(text), at FROM messages WHERE text = '${secret}'`,
  ],
];

export const refused: readonly Question[] = [
  [
    'a new row of another brand',
    ({ brand, session }) => `INSERT INTO page_facts VALUES ('${brand}', '${session}', 'planted', '1', now())`,
  ],
  [
    'a row that is handed to another brand',
    ({ own, brand }) => `UPDATE used_proofs SET brand_id = '${brand}' WHERE brand_id = '${own}'`,
  ],
  [
    'a row that takes the place of another brand’s',
    ({ own, ownSession, token }) => `INSERT INTO session_tokens (brand_id, session_id, hash, expires_at)
    VALUES ('${own}', '${ownSession}', '${token}', now()) ON CONFLICT (hash) DO UPDATE SET expires_at = excluded.expires_at`,
  ],
  [
    'a merge of a new row',
    ({ brand, session }) => `MERGE INTO page_facts f USING (SELECT 1 AS one) AS given ON f.name = 'planted'
    WHEN NOT MATCHED THEN INSERT VALUES ('${brand}', '${session}', 'planted', '1', now())`,
  ],
];
