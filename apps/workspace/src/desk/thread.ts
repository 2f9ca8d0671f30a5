import type { Message, Note } from '@countersign/contracts';
import { withCard } from '../cards/with-card';
import { changedFacts } from './changed-facts';
import type { OfThread } from './happening';
import type { Thread } from './state';

/** One list in order of number; what arrives twice stays once. */
export function merged(known: readonly Message[], arrived: readonly Message[]): readonly Message[] {
  const all = new Map(known.map((message) => [message.number, message]));
  for (const message of arrived) all.set(message.number, message);
  return [...all.values()].sort((one, other) => one.number - other.number);
}

function withMessages(thread: Thread, arrived: readonly Message[]): Thread {
  const stored = new Set(arrived.map(({ clientId }) => clientId));
  return {
    ...thread,
    messages: merged(thread.messages, arrived),
    outgoing: thread.outgoing.filter(({ clientId }) => !stored.has(clientId)),
    // Whoever has just sent is no longer typing it.
    typing: arrived.some(({ from }) => from === 'consumer') ? null : thread.typing,
  };
}

/** One that arrives twice stays once. */
const withNote = (known: Thread['notes'], note: Note): Thread['notes'] =>
  known.some(({ id }) => id === note.id) ? known : [...known, note];

function withPanel(thread: Thread, panel: Thread['panel']): Thread {
  if (!panel) return thread;
  const fresh = new Set([...thread.fresh, ...changedFacts(thread.panel, panel)]);
  return { ...thread, panel, fresh: [...fresh] };
}

/** What happened to one conversation. */
export function nextThread(thread: Thread, happening: OfThread): Thread {
  switch (happening.type) {
    case 'opened':
      return { ...thread, status: thread.status === 'ready' ? 'ready' : 'loading', draft: happening.draft };
    case 'detail-arrived': {
      const { messages, notes, panel } = happening.detail;
      return { ...withPanel(withMessages(thread, messages), panel), status: 'ready', notice: null, notes };
    }
    case 'ahead':
      // The service was restored from a backup, and has less than stands here: what it has counts.
      return { ...thread, status: 'loading', messages: [] };
    case 'watch-refused':
      // What is already on the screen stays there: it was true when it came.
      if (thread.status === 'ready' && !happening.missing) return { ...thread, notice: happening.notice };
      return { ...thread, status: happening.missing ? 'missing' : 'failed', notice: happening.notice };
    case 'messages-arrived':
      return withMessages(thread, happening.messages);
    case 'note-arrived':
      return { ...thread, notes: withNote(thread.notes, happening.note) };
    case 'card-changed':
      return withCard(thread, happening.card);
    case 'panel-arrived':
      return withPanel(thread, happening.panel);
    case 'marks-faded':
      return { ...thread, fresh: [] };
    case 'typing-changed':
      return { ...thread, typing: happening.by };
    case 'draft-changed':
      return { ...thread, draft: happening.text, notice: null };
    case 'sending':
      return {
        ...thread,
        notice: null,
        outgoing: [
          ...thread.outgoing.filter(({ clientId }) => clientId !== happening.outgoing.clientId),
          happening.outgoing,
        ],
      };
    case 'undelivered':
      return {
        ...thread,
        outgoing: thread.outgoing.map((outgoing) =>
          outgoing.clientId === happening.clientId
            ? { ...outgoing, state: happening.state, why: happening.why }
            : outgoing,
        ),
      };
    case 'noticed':
      return { ...thread, notice: happening.notice };
  }
}
