import type { MergeConversation, SessionView } from '@countersign/contracts';
import type { Identity } from '../identity/identity.js';
import type { Access } from './access.js';

type PastOptions = Access & {
  readonly identity: Identity;
  /** Whose chat it is now. */
  readonly session: () => SessionView | undefined;
  readonly resume: (conversation: string) => Promise<unknown>;
};

/** What was said before: by the same person, or by whoever was not known yet. */
export class Past {
  /** What the consumer said of which offer. Once it is heard there is no such offer any more. */
  private said: MergeConversation | undefined;

  constructor(private readonly options: PastOptions) {}

  /** The answer to `session.offer`: whether what was said anonymously goes on as the person who is proven. */
  async merge(accept: boolean): Promise<void> {
    const { identity, session, line, happen, resume } = this.options;
    const { offer } = identity.state.session ?? {};
    if (!offer) return;
    this.said = { conversation: offer.conversation, accept };
    const mine = session()?.session;
    const reply = await line()?.ask('conversation:merge', this.said);
    // No answer: it still stands, and what was said of it is said again.
    if (!reply || mine !== session()?.session || !identity.state.session) return;
    identity.change({ session: { ...identity.state.session, offer: null } });
    if (!reply.ok || !reply.value) return;
    happen({ type: 'conversation', conversation: reply.value });
    await resume(reply.value.id);
    // It was linked to the one they have elsewhere, and is shown above it.
    if (reply.value.id !== offer.conversation) await this.earlier();
  }

  /** There is a line. */
  async again(): Promise<void> {
    const { said, options } = this;
    // Of another offer nothing was said.
    if (said && said.conversation === options.identity.state.session?.offer?.conversation)
      await this.merge(said.accept);
  }

  /** Loads the conversation before those that are shown. */
  async earlier(): Promise<void> {
    const { state, session, line, happen } = this.options;
    const { earlier, conversation } = state();
    const before = earlier[0]?.conversation.id ?? conversation?.id ?? null;
    const speaker = session()?.session;
    const reply = await line()?.ask('conversation:earlier', { before });
    if (reply?.ok && speaker === session()?.session) happen({ type: 'earlier', earlier: reply.value });
  }
}
