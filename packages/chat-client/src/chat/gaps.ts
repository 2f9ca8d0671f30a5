import type { ConversationStatus, Message, SessionView } from '@countersign/contracts';
import type { Life } from '../life/life.js';
import type { Access } from './access.js';
import type { Line } from './line.js';
import { lastNumberOf, openedBy } from './state.js';

type GapsOptions = Access & {
  /** Whose chat it is now. */
  readonly session: () => SessionView | undefined;
  readonly life: () => Life;
  /** What was said of having read holds no more: the service begins anew. */
  readonly forget: () => void;
};

const isOfRequest = ({ event }: Message): boolean => event?.kind.startsWith('proof_') === true;

/** What comes over the line, in the order of its numbers: what is missing before it is fetched. */
export class Gaps {
  constructor(private readonly options: GapsOptions) {}

  async catchUp(line: Line): Promise<void> {
    const { state, session, line: current } = this.options;
    const { conversation } = state();
    const open = session()?.conversation?.id;
    const id = conversation && (conversation.state !== 'ended' || !open) ? conversation.id : open;
    if (!id) return;
    const answered = await this.resume(id);
    // It says it is connected, and nobody answers: so it is after a phone has slept.
    if (!answered && line === current() && line.isUp) line.restart();
  }

  /** What came after a number, the last one without. Whether there was an answer. */
  async resume(
    conversation: string,
    from = lastNumberOf(this.options.state(), conversation),
  ): Promise<boolean> {
    const { session, happen, life, forget } = this.options;
    const line = this.options.line();
    const speaker = session()?.session;
    const ask = (after: number) => line?.ask('conversation:resume', { conversation, after });
    let reply = await ask(from);
    // What stands here the service does not know, or not any more: what it has counts.
    if (reply && !reply.ok && reply.problem.code === 'number_ahead') {
      forget();
      happen({ type: 'afresh' });
      reply = await ask(0);
    }
    if (!reply?.ok || speaker !== session()?.session) return reply !== undefined;
    happen({ type: 'resumed', ...reply.value });
    const last = reply.value.messages.at(-1);
    // A long one comes in portions.
    if (last && last.number < reply.value.conversation.lastNumber)
      return this.resume(conversation, last.number);
    // What was asked, or settled, while there was no line was told to nobody here.
    if (from > 0 && reply.value.messages.some(isOfRequest))
      void life()
        .fresh(true)
        .catch(() => undefined);
    return true;
  }

  /** What stands before it and is not here came while nothing was shown, or got lost on its way. */
  arrived(message: Message): void {
    const { state, happen } = this.options;
    const { conversation } = state();
    const { conversation: id, number } = message;
    const known = lastNumberOf(state(), id);
    happen({ type: 'arrived', message });
    const isOther = !conversation || (conversation.state === 'ended' && conversation.id !== id);
    if (isOther || (conversation.id === id && number > known + 1)) void this.resume(id, known);
  }

  changed(conversation: ConversationStatus): void {
    const { state, happen } = this.options;
    const current = state().conversation;
    if (current && current.id !== conversation.id && current.state !== 'ended') return;
    happen({ type: 'conversation', conversation });
    if (current?.id !== conversation.id) void this.resume(conversation.id);
  }

  /** Of this device's own lines the answer is all that comes, so a gap may show in it as well. */
  sent(message: Message): void {
    const { state, happen } = this.options;
    if (state().conversation?.id === message.conversation) return void this.arrived(message);
    happen({ type: 'arrived', message });
    happen({ type: 'conversation', conversation: openedBy(message) });
  }
}
