import type { MESSAGE_LIMIT, Message, Problem } from '@countersign/contracts';
import type { Traceparent } from '../identity/identity.js';
import type { Access } from './access.js';
import type { Line } from './line.js';
import type { Draft } from './state.js';
import type { Uploaded } from './uploads.js';

/** What sending needs of the chat it sends for. */
export type SenderOptions = Access & {
  /** Who speaks now; undefined: nobody. */
  readonly speaker: () => string | undefined;
  /** It is not confirmed at the moment who is writing. */
  readonly isHeld: () => boolean;
  readonly traceparent: Traceparent | undefined;
  readonly after: (ms: number, run: () => void) => unknown;
  /** Brings the file of a draft to the service. */
  readonly upload: (draft: Draft, conversation: string | null) => Promise<Uploaded>;
  readonly onSent: (message: Message) => void;
  /** The service sees it otherwise than this client: the session is over, or its proof. */
  readonly onContradicted: (problem: Pick<Problem, 'code'>) => void;
};

/** Longer is not sent: a frame of megabytes would only break the line, again and again. */
const LIMIT: typeof MESSAGE_LIMIT = 8_000;
type No = Pick<Problem, 'code' | 'title'>;
const TOO_LONG: No = {
  code: 'message_too_long',
  title: 'It is longer than 8,000 characters. Send it in parts.',
};
const NOT_OPEN: No = { code: 'session_required', title: 'The chat is not open.' };
const AGAIN_MS = 2_000;

/** Sends what is unsent, one after the other, so that what was written first arrives first. */
export class Sender {
  private sending = false;

  constructor(private readonly options: SenderOptions) {}

  flush(): void {
    if (this.sending) return;
    this.sending = true;
    void this.sendAll();
  }

  /** Ends in the very moment in which nothing is found to send: what is written in the next one is not overlooked. */
  private async sendAll(): Promise<void> {
    const { state, line: current, isHeld, speaker } = this.options;
    try {
      for (;;) {
        const draft = state().unsent.find((one) => one.state !== 'failed');
        if (!draft) return;
        const why = draft.speaker !== speaker() ? NOT_OPEN : draft.text.length > LIMIT ? TOO_LONG : undefined;
        if (why) {
          this.mark(draft, 'failed', why);
          continue;
        }
        const line = current();
        if (isHeld()) return this.rest('held');
        if (!line?.isUp) return this.wait();
        if (draft.state !== 'sending') this.mark(draft, 'sending');
        if (!(await this.sendOne(line, draft))) return;
      }
    } finally {
      this.sending = false;
    }
  }

  /** Whether the next may follow. */
  private async sendOne(line: Line, draft: Draft): Promise<boolean> {
    const { state, line: current, speaker, after, onSent, onContradicted } = this.options;
    const { clientId, text } = draft;
    const conversation = state().conversation?.id ?? null;
    const uploaded = draft.file ? await this.options.upload(draft, conversation) : undefined;
    // Taken back meanwhile, or another person speaks.
    if (speaker() !== draft.speaker || !this.isUnsent(draft)) return true;
    const reply =
      draft.file && !uploaded?.ok
        ? uploaded
        : await line.ask('message:send', {
            clientId,
            conversation,
            text,
            ...(uploaded?.ok && { attachment: uploaded.value }),
            traceparent: this.options.traceparent?.(),
          });
    // Another person may speak by now. What became of it is told when its writer is back, by its id.
    if (speaker() !== draft.speaker) return true;
    if (reply?.ok) {
      onSent(reply.value);
      return true;
    }
    // Another line is there by now: it begins anew, with the same id.
    if (line !== current()) return true;
    if (!reply) {
      this.wait();
      // The line is up and the answer did not come: once more, with the same id, in a moment.
      if (line.isUp) after(AGAIN_MS, () => this.flush());
      return false;
    }
    const { problem } = reply;
    if (problem.code === 'rate_limited' || problem.code === 'service_unavailable') {
      // Nothing is lost by it: it waits, as long as it is told to, and goes out with the same id.
      this.rest('waiting');
      after(problem.retryAfter ? problem.retryAfter * 1_000 : AGAIN_MS, () => this.flush());
      return false;
    }
    if (problem.code === 'sending_held' || problem.code === 'session_ended') {
      this.rest(problem.code === 'sending_held' ? 'held' : 'waiting');
      onContradicted(problem);
      return false;
    }
    this.mark(draft, 'failed', problem);
    return true;
  }

  /** A line that comes back within a blink was not waited for by anybody. */
  private wait(): void {
    this.rest(this.options.state().connection === 'online' ? 'sending' : 'waiting');
  }

  private isUnsent({ clientId }: Draft): boolean {
    return this.options.state().unsent.some((one) => one.clientId === clientId);
  }

  private rest(to: 'waiting' | 'held' | 'sending'): void {
    for (const draft of this.options.state().unsent)
      if (draft.state !== 'failed' && draft.state !== to) this.mark(draft, to);
  }

  private mark({ clientId }: Draft, state: Draft['state'], no?: No): void {
    this.options.happen({ type: 'draft', clientId, state, why: no?.title ?? null, code: no?.code });
  }
}
