import type { ConversationStatus, Message } from '@countersign/contracts';
import { expect, test } from 'vitest';
import type { Access } from './access.js';
import { initialChat } from './state.js';
import { wholeOf } from './whole.js';

type Said = { readonly conversation: ConversationStatus; readonly messages: readonly Message[] };

const said = (id: string, count: number): Said => ({
  conversation: { id, lastNumber: count } as ConversationStatus,
  messages: Array.from(
    { length: count },
    (_, index) => ({ id: `${id}-${index + 1}`, conversation: id, number: index + 1 }) as Message,
  ),
});

/** A service that tells 200 lines of what is over, and a thousand at a time of what is asked for by number. */
function chatAfter(before: readonly Said[], now: Said, { silent = false } = {}): Access {
  const ask = async (wish: string, input: { before?: string; conversation?: string; after?: number }) => {
    if (silent) return undefined;
    const all = [...before, now];
    if (wish === 'conversation:earlier') {
      const found = all[all.findIndex(({ conversation: { id } }) => id === input.before) - 1];
      const value = found && { ...found, messages: found.messages.slice(-200), earlier: true };
      return { ok: true, value: value ?? null };
    }
    const one = all.find(({ conversation: { id } }) => id === input.conversation);
    const messages = one?.messages.slice(input.after, (input.after ?? 0) + 1_000);
    return { ok: true, value: { ...one, messages } };
  };
  return {
    state: () => ({ ...initialChat, ...now }),
    happen: () => undefined,
    line: () => ({ ask }) as never,
  };
}

test('all of it is there, oldest first, however long a conversation was', async () => {
  const whole = await wholeOf(chatAfter([said('first', 3), said('long', 2_500)], said('now', 4)));
  expect(whole?.map(({ conversation, messages }) => [conversation.id, messages.length])).toEqual([
    ['first', 3],
    ['long', 2_500],
    ['now', 4],
  ]);
  expect(whole?.[1]?.messages.map(({ number }) => number)).toEqual(
    Array.from({ length: 2_500 }, (_, index) => index + 1),
  );
});

test('half of it is not handed out as the whole', async () => {
  expect(await wholeOf(chatAfter([said('first', 3)], said('now', 4), { silent: true }))).toBeUndefined();
});
