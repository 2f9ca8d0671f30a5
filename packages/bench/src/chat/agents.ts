import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

/**
 * An agent of a brand who has signed in, by their cookie. Written into the database by its owner: agents sign in at a
 * provider, which is no part of what is measured.
 */
export async function agentOf(admin: pg.Client, slug: string): Promise<string> {
  const [agent, session, secret] = [randomUUID(), randomUUID(), randomBytes(32).toString('base64url')];
  await admin.query(
    `INSERT INTO agents (brand_id, id, email, name, role, invited_at, accepted_at)
     SELECT id, $2, $3, 'Noor', 'agent', now(), now() FROM brands WHERE slug = $1`,
    [slug, agent, `${agent}@larkspur.example`],
  );
  const hash = createHash('sha256').update(secret).digest('base64url');
  await admin.query(
    `INSERT INTO agent_sessions (brand_id, id, agent_id, hash, opened_at, last_seen_at, ends_at)
     SELECT id, $2, $3, $4, now(), now(), now() + interval '12 hours' FROM brands WHERE slug = $1`,
    [slug, session, agent, hash],
  );
  return secret;
}
