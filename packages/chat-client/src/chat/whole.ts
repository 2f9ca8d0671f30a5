import type { ConversationStatus, Message } from '@countersign/contracts';
import type { Access } from './access.js';
import type { Earlier } from './state.js';

/** All of one conversation, however long: undefined where the service did not tell it. */
async function messagesOf(
  { line }: Access,
  { id, lastNumber }: ConversationStatus,
): Promise<readonly Message[] | undefined> {
  const messages: Message[] = [];
  let after = 0;
  while (after < lastNumber) {
    const reply = await line()?.ask('conversation:resume', { conversation: id, after });
    const last = reply?.ok ? reply.value.messages.at(-1) : undefined;
    if (!reply?.ok || !last) return undefined;
    messages.push(...reply.value.messages);
    after = last.number;
  }
  return messages;
}

/** What the consumer has said and read, from the beginning. Undefined: it could not be had whole. Nothing that is shown changes. */
export async function wholeOf(access: Access): Promise<readonly Earlier[] | undefined> {
  const { conversation, messages } = access.state();
  const whole: Earlier[] = conversation ? [{ conversation, messages }] : [];
  for (;;) {
    const before = whole[0]?.conversation.id ?? null;
    const reply = await access.line()?.ask('conversation:earlier', { before });
    if (!reply?.ok) return undefined;
    if (!reply.value) return whole;
    const { conversation: earlier, messages: shown } = reply.value;
    const isAll = shown.length >= earlier.lastNumber;
    const all = isAll ? shown : await messagesOf(access, earlier);
    if (!all) return undefined;
    whole.unshift({ conversation: earlier, messages: all });
  }
}
