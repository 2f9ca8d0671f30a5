import type { Mention, Note } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../common/database.js';

const MOST = 500;
const MOST_MENTIONS = 100;
/** Of a mention's text: as much as a line of a list shows. */
const SHOWN = 200;

export type NewNote = {
  readonly brandId: string;
  readonly id: string;
  readonly conversationId: string;
  readonly agentId: string | null;
  readonly kind: Note['kind'];
  readonly toAgentId: string | null;
  readonly text: string;
  readonly afterNumber: number;
  readonly at: Date;
  readonly clientId: string | null;
};

/** In a transaction of whoever writes it: the note, and whom it names. */
export async function insertNote(
  tx: Pick<Prisma.TransactionClient, 'note' | 'mention'>,
  row: NewNote,
  mentioned: readonly string[],
): Promise<void> {
  await tx.note.createMany({ data: row });
  const { brandId, id: noteId, conversationId, at } = row;
  const data = mentioned.map((agentId) => ({ brandId, noteId, agentId, conversationId, at }));
  if (data.length > 0) await tx.mention.createMany({ data });
}

const whole = `SELECT n.id, n.conversation_id AS conversation, n.kind, n.text, n.after_number AS "after", n.at, n.client_id AS "clientId",
    CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name) END AS by,
    CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'name', t.name) END AS "to",
    coalesce((
      SELECT json_agg(json_build_object('id', m.agent_id, 'name', g.name) ORDER BY g.name)
      FROM mentions m JOIN agents g ON g.brand_id = m.brand_id AND g.id = m.agent_id
      WHERE m.brand_id = n.brand_id AND m.note_id = n.id
    ), '[]') AS mentions
  FROM notes n
  LEFT JOIN agents a ON a.brand_id = n.brand_id AND a.id = n.agent_id
  LEFT JOIN agents t ON t.brand_id = n.brand_id AND t.id = n.to_agent_id
  WHERE n.brand_id = $1`;
const ofConversation: Statement = {
  name: 'notes.of-conversation',
  text: `${whole} AND n.conversation_id = $2 ORDER BY n.at DESC, n.id DESC LIMIT $3`,
};
const byId: Statement = { name: 'notes.by-id', text: `${whole} AND n.id = $2` };
const sent: Statement = {
  name: 'notes.sent',
  text: `${whole} AND n.agent_id = $2 AND n.client_id = $3`,
};
const unseen: Statement = {
  name: 'notes.unseen',
  text: `SELECT m.note_id AS note, m.conversation_id AS conversation, n.kind, a.name AS by, left(n.text, $3) AS text, m.at
    FROM mentions m
    JOIN notes n ON n.brand_id = m.brand_id AND n.id = m.note_id
    LEFT JOIN agents a ON a.brand_id = n.brand_id AND a.id = n.agent_id
    WHERE m.brand_id = $1 AND m.agent_id = $2 AND m.seen_at IS NULL
    ORDER BY m.at DESC, m.note_id DESC LIMIT $4`,
};
const see: Statement = {
  name: 'notes.see',
  text: `UPDATE mentions SET seen_at = $4
    WHERE brand_id = $1 AND agent_id = $2 AND conversation_id = $3 AND seen_at IS NULL`,
};

type Row = Omit<Note, 'at'> & { readonly at: Date };
type MentionRow = Omit<Mention, 'at'> & { readonly at: Date };
const dated = <Shape extends { readonly at: Date }>(row: Shape) => ({ ...row, at: row.at.toISOString() });

/** Notes of agents, and whom they name. */
@Injectable()
export class NotesRepository {
  constructor(private readonly database: Database) {}

  /** The last ones, in the order they were written. */
  async of(brandId: string, conversationId: string): Promise<Note[]> {
    const rows = await this.rows(brandId, ofConversation, [brandId, conversationId, MOST]);
    return rows.reverse();
  }

  async byId(brandId: string, id: string): Promise<Note | undefined> {
    return (await this.rows(brandId, byId, [brandId, id]))[0];
  }

  /** What became of the client's id before. */
  async sent(brandId: string, agentId: string, clientId: string): Promise<Note | undefined> {
    return (await this.rows(brandId, sent, [brandId, agentId, clientId]))[0];
  }

  async add(row: NewNote, mentioned: readonly string[]): Promise<void> {
    await this.database.within(row.brandId, (prisma) =>
      prisma.$transaction((tx) => insertNote(tx, row, mentioned)),
    );
  }

  async unseen(brandId: string, agentId: string): Promise<Mention[]> {
    const rows = await this.database.within(brandId, () =>
      this.database.rows<MentionRow>(unseen, [brandId, agentId, SHOWN, MOST_MENTIONS]),
    );
    return rows.map(dated);
  }

  /** Answers whether there was anything they had not seen. */
  async see(brandId: string, agentId: string, conversationId: string, at: Date): Promise<boolean> {
    const values = [brandId, agentId, conversationId, at];
    return (await this.database.within(brandId, () => this.database.count(see, values))) > 0;
  }

  private async rows(brandId: string, statement: Statement, values: (string | number)[]): Promise<Note[]> {
    const rows = await this.database.within(brandId, () => this.database.rows<Row>(statement, values));
    return rows.map(dated);
  }
}
