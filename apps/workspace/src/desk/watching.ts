import { ask } from '../api/agent.socket';
import { drafts } from './drafts';
import { type Reach, threadOf, troubleOf } from './reach';
import { lacksLines, wholeTo } from './state';

/** The service could not answer: it is asked again so much later. */
const AGAIN = 2_000;

/** What will not be so for long. */
const passing: ReadonlySet<string> = new Set(['service_unavailable', 'rate_limited', 'unreachable']);

/** Looking at conversations. Each wish ends in a happening, never in an exception. */
export function watching(reach: Reach) {
  const { socket, store } = reach;
  const watched = new Set<string>();
  /** Of these something is missing, and is being fetched: once at a time, however much tells of the gap. */
  const mending = new Set<string>();

  const look = (conversation: string) => {
    const after = wholeTo(threadOf(reach, conversation));
    return ask(socket, 'conversation:watch', { conversation, after });
  };

  /** Whether it was answered. */
  async function watch(conversation: string): Promise<boolean> {
    let answer = await look(conversation);
    if (!answer.ok && answer.trouble.code === 'number_ahead') {
      store.happen({ type: 'ahead', conversation });
      answer = await look(conversation);
    }
    if (answer.ok) {
      store.happen({ type: 'detail-arrived', conversation, detail: answer.value });
      const { messages, conversation: summary } = answer.value;
      const last = messages.at(-1);
      // What was missed for long comes in portions.
      return last && last.number < summary.lastNumber ? watch(conversation) : true;
    }
    const trouble = troubleOf(reach, answer);
    // Without a line nothing is known: the view waits, and is watched again when the line is back.
    if (!trouble || (trouble.code === 'unreachable' && !socket.connected)) return false;
    // An id that is no id is refused by form: to a reader that is the same as one that does not exist.
    const missing = trouble.code === 'conversation_not_found' || trouble.code === 'request_malformed';
    store.happen({ type: 'watch-refused', conversation, missing, notice: trouble });
    if (passing.has(trouble.code)) setTimeout(() => watched.has(conversation) && mend(conversation), AGAIN);
    return false;
  }

  /** Whoever is not answered hears nothing of the conversation: it is asked for until it is there. */
  function mend(conversation: string): void {
    mending.add(conversation);
    void watch(conversation).then((done) => done && mending.delete(conversation));
  }

  return {
    watch,
    open(conversation: string): void {
      const draft = threadOf(reach, conversation).draft || drafts.read(conversation);
      store.happen({ type: 'opened', conversation, draft });
      watched.add(conversation);
      mend(conversation);
    },
    leave(conversation: string): void {
      watched.delete(conversation);
      void ask(socket, 'conversation:unwatch', { conversation });
    },
    /** After a break: what is looked at, from the last line before which nothing is missing. */
    watchAgain(): void {
      for (const conversation of watched) mend(conversation);
    },
    /** A line may have come before those it follows, as over a line that broke in the middle: they are fetched. */
    fillGaps(): void {
      for (const conversation of watched)
        if (!mending.has(conversation) && lacksLines(threadOf(reach, conversation))) mend(conversation);
    },
  };
}
