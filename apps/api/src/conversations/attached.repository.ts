import type { Attachment } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { DomainError } from '../common/domain-error.js';
import type { LiveSession } from '../identity/index.js';

type Transaction = Prisma.TransactionClient;
type Row = Attachment & {
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly familyId: string | null;
  readonly agentId: string | null;
  readonly state: string;
};

/** Who sends a file: whoever uploaded it, and where they said. */
export type Sends =
  | { readonly by: 'consumer'; readonly session: Pick<LiveSession, 'familyId'> }
  | { readonly by: 'agent'; readonly agentId: string };

/** The file, for this message alone until the end of the transaction: of two that would send it, one does. */
export async function lockAttachment(
  tx: Transaction,
  { brandId, id: conversationId }: { readonly brandId: string; readonly id: string },
  id: string,
  sends: Sends,
): Promise<Attachment> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT id, name, type, bytes, width, height, state, conversation_id AS "conversationId", message_id AS "messageId",
      family_id AS "familyId", agent_id AS "agentId"
    FROM attachments WHERE brand_id = ${brandId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  if (row?.state !== 'ready' || !isTheirs(row, conversationId, sends))
    throw new DomainError('attachment_not_found');
  if (row.messageId !== null) throw new DomainError('attachment_used');
  const { name, type, bytes, width, height } = row;
  return { id, name, type, bytes, width, height };
}

/** One that was uploaded before there was a conversation goes into any of those who uploaded it. */
function isTheirs({ familyId, agentId, ...row }: Row, conversationId: string, sends: Sends): boolean {
  if (sends.by === 'agent') return agentId === sends.agentId && row.conversationId === conversationId;
  if (agentId !== null) return false;
  return (
    row.conversationId === conversationId ||
    (row.conversationId === null && familyId === sends.session.familyId)
  );
}

/** Sent: it stays as long as the message does. */
export async function keepAttachment(
  tx: Transaction,
  brandId: string,
  id: string,
  { conversationId, messageId }: { readonly conversationId: string; readonly messageId: string },
): Promise<void> {
  await tx.attachment.updateMany({ where: { brandId, id }, data: { conversationId, messageId } });
}
