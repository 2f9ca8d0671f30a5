import type { AgentClient } from '../api/agent.client';
import { type AgentSocket, told } from '../api/agent.socket';
import type { Store } from './store';

type Ends = {
  readonly onSignedOut: (why: string) => void;
  readonly onLive: () => void;
  /** What agents say often is to be read anew. */
  readonly onCanned: () => void;
  readonly onJudged: (connection: string) => void;
  /** It is confirmed who is at the other end. */
  readonly onConfirmed: (conversation: string) => void;
};

const RETRY_AFTER = 2_000;
/** Longer than the mark itself: under reduced motion a word stands there, and words take time to read. */
const MARK_LASTS = 6_000;

/** What the server tells unasked becomes a happening. What cannot be read is dropped. */
function listen(
  socket: AgentSocket,
  store: Store,
  { onSignedOut, onCanned, onJudged, onConfirmed }: Ends,
): void {
  socket.on('queue:changed', (event) => {
    const row = told['queue:changed'].safeParse(event);
    if (row.success) store.rowTold(row.data);
  });
  socket.on('message:new', (event) => {
    const message = told['message:new'].safeParse(event);
    if (!message.success) return;
    const { conversation } = message.data;
    store.happen({ type: 'messages-arrived', conversation, messages: [message.data] });
  });
  socket.on('marks:changed', (event) => {
    const marks = told['marks:changed'].safeParse(event);
    if (marks.success) store.happen({ type: 'marks-changed', ...marks.data });
  });
  socket.on('note:new', (event) => {
    const note = told['note:new'].safeParse(event);
    if (!note.success) return;
    store.happen({ type: 'note-arrived', conversation: note.data.conversation, note: note.data });
  });
  socket.on('mentions:changed', (event) => {
    const changed = told['mentions:changed'].safeParse(event);
    if (changed.success) store.happen({ type: 'mentions-changed', mentions: changed.data.mentions });
  });
  socket.on('canned:changed', onCanned);
  socket.on('duty:changed', (event) => {
    const duty = told['duty:changed'].safeParse(event);
    if (duty.success) store.happen({ type: 'duty-changed', colleagues: duty.data.agents });
  });
  socket.on('panel:changed', (event) => {
    const panel = told['panel:changed'].safeParse(event);
    if (!panel.success) return;
    const { conversation } = panel.data;
    store.happen({ type: 'panel-arrived', conversation, panel: panel.data });
    const { assurance } = panel.data.who;
    if (assurance === 'verified' || assurance === 'due') onConfirmed(conversation);
    if (store.get().threads[conversation]?.fresh.length)
      setTimeout(() => store.happen({ type: 'marks-faded', conversation }), MARK_LASTS);
  });
  socket.on('card:changed', (event) => {
    const card = told['card:changed'].safeParse(event);
    if (card.success)
      store.happen({ type: 'card-changed', conversation: card.data.conversation, card: card.data });
  });
  socket.on('typing', (event) => {
    const typing = told.typing.safeParse(event);
    if (!typing.success) return;
    const { conversation, on, by } = typing.data;
    store.happen({ type: 'typing-changed', conversation, by: on ? by : null });
  });
  socket.on('attempt:judged', (event) => {
    const judged = told['attempt:judged'].safeParse(event);
    if (judged.success) onJudged(judged.data.connection);
  });
  socket.on('session:ended', ({ why }) => onSignedOut(why));
}

/** The process at the other end goes: on to another at a moment of one's own, and nobody who looks is told of it. */
function moveOn(socket: AgentSocket): () => void {
  let moving: ReturnType<typeof setTimeout> | undefined;
  const stay = () => clearTimeout(moving);
  const move = () => socket.disconnect().connect();
  socket.on('service:leaving', (event) => {
    const heard = told['service:leaving'].safeParse(event);
    stay();
    if (heard.success) moving = setTimeout(move, Math.random() * heard.data.withinMs);
  });
  socket.on('disconnect', stay);
  return stay;
}

/** Keeps the line up. The library reconnects by itself after an accident, but not after a refusal: that is asked about here. */
export function keepLine(socket: AgentSocket, client: AgentClient, store: Store, ends: Ends): () => void {
  let retry: ReturnType<typeof setTimeout> | undefined;
  const refused = async () => {
    const me = await client.me();
    if (!me.ok && me.trouble.code === 'agent_session_required')
      return ends.onSignedOut('agent_session_required');
    retry = setTimeout(() => socket.connect(), RETRY_AFTER);
  };
  const lost = () => {
    store.happen({ type: 'line-changed', line: 'lost' });
    if (!socket.active) void refused();
  };
  socket.on('connect', () => {
    store.happen({ type: 'line-changed', line: 'live' });
    ends.onLive();
  });
  socket.on('connect_error', lost);
  socket.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') lost();
  });
  listen(socket, store, ends);
  const stay = moveOn(socket);
  socket.connect();
  return () => {
    stay();
    clearTimeout(retry);
    socket.removeAllListeners();
    socket.disconnect();
  };
}
