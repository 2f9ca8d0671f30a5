import type { Message } from '@countersign/contracts';
import { type ChatState, type Happening, initialChat } from './state.js';

/** New ones among the known, in order and once. A message of another conversation begins a new list. */
function merged(known: readonly Message[], arrived: readonly Message[]): readonly Message[] {
  const conversation = arrived.at(-1)?.conversation ?? known.at(-1)?.conversation;
  const by = new Map<number, Message>();
  for (const message of [...known, ...arrived])
    if (message.conversation === conversation) by.set(message.number, message);
  return [...by.values()].sort((a, b) => a.number - b.number);
}

function received(state: ChatState, messages: readonly Message[]): ChatState {
  const before = new Set(state.messages.map(({ id }) => id));
  const fresh = messages.filter(({ id, from }) => from === 'agent' && !before.has(id)).length;
  const own = new Set(messages.map(({ clientId }) => clientId));
  return {
    ...state,
    messages: merged(state.messages, messages),
    // The service has it: whatever became of the acknowledgement, it is no longer unsent.
    unsent: state.unsent.filter(({ clientId }) => !own.has(clientId)),
    unread: state.open ? 0 : state.unread + fresh,
  };
}

/** The whole behaviour of the chat: what was, and what happens, make what is. */
export function next(state: ChatState, happening: Happening): ChatState {
  switch (happening.type) {
    case 'connection':
      return { ...state, connection: happening.connection, typing: null };
    case 'window':
      return { ...state, open: happening.open, unread: happening.open ? 0 : state.unread };
    case 'resumed':
      return { ...received(state, happening.messages), conversation: happening.conversation };
    case 'arrived':
      return {
        ...received(state, [happening.message]),
        typing: happening.message.from === 'agent' ? null : state.typing,
      };
    case 'conversation':
      return { ...state, conversation: happening.conversation };
    case 'wrote':
      return { ...state, unsent: [...state.unsent, happening.draft] };
    case 'draft': {
      const { clientId, state: to, why } = happening;
      return {
        ...state,
        unsent: state.unsent.map((draft) =>
          draft.clientId === clientId ? { ...draft, state: to, why } : draft,
        ),
      };
    }
    case 'typing':
      return { ...state, typing: happening.by };
    case 'cleared':
      return { ...initialChat, connection: state.connection, open: state.open };
  }
}
