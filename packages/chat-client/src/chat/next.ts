import type { ConversationStatus, Message } from '@countersign/contracts';
import { withCard } from '../cards/with-card.js';
import { type ChatState, type Draft, type Happening, initialChat, unmarked } from './state.js';

/** New ones among the known, in order and once. A message of another conversation begins a new list. */
function merged(known: readonly Message[], arrived: readonly Message[]): readonly Message[] {
  const conversation = arrived.at(-1)?.conversation ?? known.at(-1)?.conversation;
  const by = new Map<number, Message>();
  for (const message of [...known, ...arrived])
    if (message.conversation === conversation) by.set(message.number, message);
  return [...by.values()].sort((a, b) => a.number - b.number);
}

function received(state: ChatState, messages: readonly Message[]): ChatState {
  const own = new Set(messages.map(({ clientId }) => clientId));
  return counted({
    ...state,
    isComing: false,
    messages: merged(state.messages, messages),
    // The service has it: whatever became of the acknowledgement, it is no longer unsent.
    unsent: state.unsent.filter(({ clientId }) => !own.has(clientId)),
  });
}

/** Unread is what the service's mark says, so that all devices agree. */
function counted(state: ChatState): ChatState {
  const read = state.conversation?.readNumber ?? 0;
  const unread = state.messages.filter(({ from, number }) => from === 'agent' && number > read).length;
  return { ...state, unread };
}

/** A mark only moves forward: what was read here is read, though the service has not heard of it yet. */
function told(state: ChatState, conversation: ConversationStatus): ChatState {
  const before = state.conversation?.id === conversation.id ? state.conversation : conversation;
  const readNumber = Math.max(before.readNumber, conversation.readNumber);
  const marks = {
    delivered: Math.max(before.marks.delivered, conversation.marks.delivered),
    read: Math.max(before.marks.read, conversation.marks.read),
  };
  // Where another takes its place, that one is before it.
  const isEarliest = state.isEarliest && (state.conversation?.id ?? conversation.id) === conversation.id;
  const known = { ...conversation, readNumber, marks };
  return counted({ ...state, isComing: false, conversation: known, isEarliest });
}

/** Of another conversation than the one that stands here nothing is known. */
const moved = (state: ChatState, id: string, marks: Partial<ConversationStatus>): ChatState =>
  state.conversation?.id === id ? told(state, { ...state.conversation, ...marks }) : state;

const withDraft = (state: ChatState, clientId: string, change: (draft: Draft) => Draft): ChatState => ({
  ...state,
  unsent: state.unsent.map((draft) => (draft.clientId === clientId ? change(draft) : draft)),
});

function withEarlier(state: ChatState, { earlier }: Extract<Happening, { type: 'earlier' }>): ChatState {
  if (!earlier) return { ...state, isEarliest: true };
  return { ...state, earlier: [earlier, ...state.earlier], isEarliest: !earlier.earlier };
}

/** The next message opens a conversation: the one that was here is before it. */
const begun = (state: ChatState): ChatState => ({
  ...state,
  conversation: null,
  isComing: false,
  rating: null,
  messages: [],
  unread: 0,
  typing: null,
  earlier: [],
  isEarliest: state.isEarliest && !state.conversation,
});

function spoken(state: ChatState, { earlier, open }: Extract<Happening, { type: 'spoken' }>): ChatState {
  const isComing = open !== null && state.conversation?.id !== open;
  // Of what is shown already it is known better.
  return { ...state, isComing, isEarliest: state.earlier.length > 0 ? state.isEarliest : !earlier };
}

/** The whole behaviour of the chat: what was, and what happens, make what is. */
export function next(state: ChatState, happening: Happening): ChatState {
  switch (happening.type) {
    case 'connection':
      return { ...state, connection: happening.connection, typing: null };
    case 'duty':
      return { ...state, answering: happening.answering };
    case 'window':
      return { ...state, open: happening.open };
    case 'resumed': {
      const { conversation, messages } = happening;
      const known = state.messages.filter((message) => message.conversation === conversation.id);
      return told(received({ ...state, messages: known }, messages), conversation);
    }
    case 'afresh':
      return {
        ...state,
        messages: [],
        conversation: state.conversation && { ...state.conversation, readNumber: 0, marks: unmarked },
      };
    case 'arrived':
      return {
        ...received(state, [happening.message]),
        typing: happening.message.from === 'agent' ? null : state.typing,
      };
    case 'conversation':
      return told(state, happening.conversation);
    case 'marks':
      return moved(state, happening.conversation, { marks: happening });
    case 'read':
      return moved(state, happening.conversation, { readNumber: happening.number });
    case 'earlier':
      return withEarlier(state, happening);
    case 'spoken':
      return spoken(state, happening);
    case 'wrote':
      return { ...state, unsent: [...state.unsent, happening.draft] };
    case 'draft': {
      const { clientId, state: to, why, code } = happening;
      return withDraft(state, clientId, (draft) => ({ ...draft, state: to, why, code }));
    }
    case 'file':
      return withDraft(state, happening.clientId, (draft) =>
        draft.file ? { ...draft, file: { ...draft.file, ...happening.file } } : draft,
      );
    case 'card':
      return withCard(state, happening.card);
    case 'unsent':
      return { ...state, unsent: happening.drafts };
    case 'typing':
      return { ...state, typing: happening.by };
    case 'rated':
      return { ...state, rating: happening.rating };
    case 'begun':
      return begun(state);
    case 'cleared':
      return { ...initialChat, open: state.open, answering: state.answering };
  }
}
