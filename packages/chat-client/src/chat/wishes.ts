import type { AttachmentLink, Problem } from '@countersign/contracts';
import type { Access } from './access.js';
import type { Rating } from './state.js';

/** Where a file of the conversation is read for some minutes. Undefined: not now. */
export async function openFile({ line }: Access, attachment: string): Promise<AttachmentLink | undefined> {
  const reply = await line()?.ask('attachment:open', { attachment });
  return reply?.ok ? reply.value : undefined;
}

export async function endConversation({ state, line }: Access): Promise<void> {
  const { conversation } = state();
  if (conversation) await line()?.ask('conversation:end', { conversation: conversation.id });
}

/** What the consumer thought of the conversation that has ended. Answers why it was not taken: undefined, nobody knows. */
export async function rate(
  { state, line, happen }: Access,
  rating: Rating,
): Promise<'taken' | Problem | undefined> {
  const { conversation } = state();
  if (!conversation) return undefined;
  const { score, comment } = rating;
  const said = { conversation: conversation.id, score, ...(comment ? { comment } : {}) };
  const reply = await line()?.ask('conversation:rate', said);
  if (!reply?.ok) return reply?.problem;
  happen({ type: 'rated', rating });
  return 'taken';
}
