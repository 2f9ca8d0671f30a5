import type { ConversationStatus, Message, Problem, SessionView } from '@countersign/contracts';
import type { Life } from '../life/life.js';
import type { Platform } from '../platform/index.js';
import type { Access } from './access.js';
import type { Line } from './line.js';
import { lacksLines, openedBy, wholeTo } from './state.js';

type GapsOptions = Access & {
  readonly platform: Pick<Platform, 'after'>;
  /** Whose chat it is now. */
  readonly session: () => SessionView | undefined;
  readonly life: () => Life;
  /** What was said of having read holds no more: the service begins anew. */
  readonly forget: () => void;
};

/** The service could not read what was asked for, and does not say when it can. */
const AGAIN_MS = 2_000;

const isOfRequest = ({ event }: Message): boolean => event?.kind.startsWith('proof_') === true;

/** What comes over the line, in the order of its numbers: what is missing before it is fetched, until it is there. */
export class Gaps {
  /** The conversations of which something is being fetched: once at a time, however much tells of the gap. */
  private readonly filling = new Set<string>();
  private callOff: (() => void) | undefined;

  constructor(private readonly options: GapsOptions) {}

  async catchUp(line: Line): Promise<void> {
    const { state, session } = this.options;
    const { conversation } = state();
    const open = session()?.conversation?.id;
    const id = conversation && (conversation.state !== 'ended' || !open) ? conversation.id : open;
    if (id) await this.resumeBy(line, id);
  }

  private async resumeBy(line: Line, conversation: string): Promise<void> {
    const answered = await this.resume(conversation);
    // It says it is connected, and nobody answers: so it is after a phone has slept.
    if (!answered && line === this.options.line() && line.isUp) line.restart();
  }

  /** What came after a number, the last one without. Whether there was an answer. */
  async resume(conversation: string, from = wholeTo(this.options.state(), conversation)): Promise<boolean> {
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
    if (speaker !== session()?.session) return reply !== undefined;
    if (reply && !reply.ok) this.refused(conversation, reply.problem);
    if (!reply?.ok) return reply !== undefined;
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

  /** It cannot be read just now: over another line it is asked for anyway, over this one in a while. */
  private refused(conversation: string, { code, retryAfter }: Problem): void {
    if (code !== 'service_unavailable' && code !== 'rate_limited') return;
    const { platform, line: current } = this.options;
    const line = current();
    this.callOff?.();
    this.callOff = platform.after(retryAfter ? retryAfter * 1_000 : AGAIN_MS, () => {
      this.callOff = undefined;
      if (line && line === current()) void this.fill(conversation);
    });
  }

  private async fill(conversation: string): Promise<void> {
    const { state, line: current } = this.options;
    if (this.filling.has(conversation)) return;
    this.filling.add(conversation);
    let whole: number;
    do {
      whole = wholeTo(state(), conversation);
      const line = current();
      if (line) await this.resumeBy(line, conversation);
      // What came meanwhile may itself have come too early.
    } while (wholeTo(state(), conversation) > whole && lacksLines(state(), conversation));
    this.filling.delete(conversation);
  }

  /** What stands before it and is not here came while nothing was shown, or got lost on its way. */
  arrived(message: Message): void {
    const { state, happen } = this.options;
    const { conversation } = state();
    const { conversation: id } = message;
    happen({ type: 'arrived', message });
    const isOther = !conversation || (conversation.state === 'ended' && conversation.id !== id);
    if (isOther || (conversation.id === id && lacksLines(state(), id))) void this.fill(id);
  }

  changed(conversation: ConversationStatus): void {
    const { state, happen } = this.options;
    const current = state().conversation;
    if (current && current.id !== conversation.id && current.state !== 'ended') return;
    happen({ type: 'conversation', conversation });
    if (current?.id !== conversation.id) void this.fill(conversation.id);
  }

  /** Of this device's own lines the answer is all that comes, so a gap may show in it as well. */
  sent(message: Message): void {
    const { state, happen } = this.options;
    if (state().conversation?.id === message.conversation) return void this.arrived(message);
    happen({ type: 'arrived', message });
    happen({ type: 'conversation', conversation: openedBy(message) });
  }
}
