import type { Attachment } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

export type StoredAttachment = Attachment & {
  readonly brandId: string;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly preview: boolean;
};
/** Who uploads: the sessions of one browser that follow each other, or an agent. */
export type Uploader =
  | { readonly by: 'consumer'; readonly familyId: string }
  | { readonly by: 'agent'; readonly agentId: string };
export type NewAttachment = Attachment & {
  readonly brandId: string;
  readonly conversationId: string | null;
  readonly uploader: Uploader;
  readonly sha256: string;
  readonly preview: boolean;
  readonly at: Date;
};
export type Place = { readonly brandId: string; readonly id: string };

const forsaken: Statement = {
  name: 'attachments.forsaken',
  text: 'SELECT brand AS "brandId", id FROM forsaken_attachments($1, $2)',
};
/** Asked again in the row's own lock: it may have been sent since it was found. */
const letGo: Statement = {
  name: 'attachments.let-go',
  text: `UPDATE attachments a SET state = 'gone' WHERE a.brand_id = $1 AND a.id = $2 AND (a.state = 'gone' OR a.message_id IS NULL
      OR NOT EXISTS (SELECT 1 FROM messages m WHERE m.brand_id = a.brand_id AND m.id = a.message_id))`,
};
/** In their conversations, by whoever they were sent, and what they uploaded and never sent. */
const ofConsumer: Statement = {
  name: 'attachments.of-consumer',
  text: `SELECT a.brand_id AS "brandId", a.id FROM attachments a WHERE a.brand_id = $1 AND (
      a.conversation_id IN (SELECT c.id FROM conversations c WHERE c.brand_id = $1 AND c.consumer_id = $2)
      OR (a.message_id IS NULL AND a.family_id IN (SELECT s.family_id FROM sessions s WHERE s.brand_id = $1 AND s.consumer_id = $2)))`,
};

@Injectable()
export class AttachmentsRepository {
  constructor(private readonly database: Database) {}

  /** Before anything lies in the store: what is there is always known here. */
  async add({ uploader, ...file }: NewAttachment): Promise<void> {
    const who = uploader.by === 'agent' ? { agentId: uploader.agentId } : { familyId: uploader.familyId };
    const data = { ...file, ...who, by: uploader.by, state: 'storing' };
    await this.database.within(file.brandId, (prisma) => prisma.attachment.createMany({ data }));
  }

  async ready({ brandId, id }: Place): Promise<void> {
    const where = { brandId, id, state: 'storing' };
    await this.database.within(brandId, (prisma) =>
      prisma.attachment.updateMany({ where, data: { state: 'ready' } }),
    );
  }

  async sent({ brandId, id }: Place): Promise<StoredAttachment | undefined> {
    const row = await this.database.within(brandId, (prisma) =>
      prisma.attachment.findFirst({ where: { brandId, id, state: 'ready', messageId: { not: null } } }),
    );
    return row ? { ...row, type: row.type as Attachment['type'] } : undefined;
  }

  /** How many of theirs wait to be sent. */
  async unsent(brandId: string, uploader: Uploader): Promise<number> {
    const who = uploader.by === 'agent' ? { agentId: uploader.agentId } : { familyId: uploader.familyId };
    return this.database.within(brandId, (prisma) =>
      prisma.attachment.count({ where: { brandId, ...who, messageId: null, state: { not: 'gone' } } }),
    );
  }

  async forsaken(before: Date, most: number): Promise<readonly Place[]> {
    return this.database.rows<Place>(forsaken, [before, most]);
  }

  /** Whether it is ours to remove: from here on nobody can send it. */
  async letGo({ brandId, id }: Place): Promise<boolean> {
    return this.database.within(brandId, async () => (await this.database.count(letGo, [brandId, id])) === 1);
  }

  async ofConsumer(brandId: string, consumerId: string): Promise<readonly Place[]> {
    return this.database.within(brandId, () => this.database.rows<Place>(ofConsumer, [brandId, consumerId]));
  }

  /** Whatever becomes of its message. */
  async take({ brandId, id }: Place): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.attachment.updateMany({ where: { brandId, id }, data: { state: 'gone' } }),
    );
  }

  async forget({ brandId, id }: Place): Promise<void> {
    await this.database.within(brandId, (prisma) => prisma.attachment.deleteMany({ where: { brandId, id } }));
  }
}
