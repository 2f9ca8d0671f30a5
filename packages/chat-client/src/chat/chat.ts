import type { PageFacts } from '@countersign/claims';
import type {
  AnswerCard,
  AttachmentLink,
  IdentityRequest,
  Problem,
  SessionView,
} from '@countersign/contracts';
import { CardAnswers, type CardTrouble } from '../cards/card-answers.js';
import type { Identity } from '../identity/identity.js';
import type { IdentityState } from '../identity/state.js';
import { Life } from '../life/life.js';
import { speakerOf } from '../life/standing.js';
import { alone } from '../platform/alone.js';
import type { ChatFile, Platform, Signal } from '../platform/index.js';
import type { Access } from './access.js';
import { decline, tellAsked } from './asked.js';
import { Connection } from './connection.js';
import type { DraftStorage } from './drafts.js';
import { Gaps } from './gaps.js';
import type { Line, LineOptions, OpenLine } from './line.js';
import { next } from './next.js';
import { PageWord } from './page-word.js';
import { Past } from './past.js';
import { Reading } from './reading.js';
import { type ChatState, type Earlier, type Happening, initialChat, type Rating } from './state.js';
import { wholeOf } from './whole.js';
import { endConversation, openFile, rate } from './wishes.js';
import { wordingOf } from './wording.js';
import { type AttachOptions, Writing } from './writing.js';

/** Whose chat it is, and who is told when it changes. */
export type ChatOptions = {
  readonly identity: Identity;
  /** A browser's is `browserPlatform()`. Without one: a process of its own, without tabs. */
  readonly platform?: Platform;
  /** Outside a browser: the origin to send. */
  readonly origin?: string;
  /** Where what was not sent outlives the process. Without one it is kept in memory. */
  readonly storage?: DraftStorage;
  readonly onChange: (state: ChatState) => void;
  /** What the page said was not taken: a consumer can do nothing about it, whoever wrote the page can. */
  readonly onPageFactsRefused?: (problem: Problem) => void;
  readonly line?: OpenLine;
};

/**
 * Sends and receives for whoever the identity says speaks: connects by itself when a session opens, goes on when it is
 * renewed, and clears when another person comes. Keeps what was not sent.
 */
export class Chat {
  state: ChatState = initialChat;
  readonly life: Life;
  private readonly platform: Platform;
  private readonly deaf: () => void;
  private readonly access: Access;
  private readonly writing: Writing;
  private readonly reading: Reading;
  private readonly past: Past;
  private readonly gaps: Gaps;
  private readonly pageWord: PageWord;
  private readonly cardAnswers: CardAnswers;
  private readonly connection: Connection;
  private session: SessionView | undefined;
  private turn: number;
  /** Somebody is writing. */
  readonly typing: () => void;
  private isMade = false;
  private isOver = false;

  constructor(private readonly options: ChatOptions) {
    const { identity, storage } = options;
    this.platform = options.platform ?? alone(identity.device);
    this.turn = identity.turn;
    this.access = {
      state: () => this.state,
      happen: (happening) => this.happen(happening),
      line: () => this.connection.line,
    };
    const { access } = this;
    const session = () => this.session;
    this.writing = new Writing({
      ...access,
      identity,
      platform: this.platform,
      origin: options.origin,
      storage,
      life: () => this.life,
      session,
      onSent: (message) => this.gaps.sent(message),
    });
    this.reading = new Reading(access, this.platform);
    this.typing = wordingOf(access, this.platform);
    this.gaps = new Gaps({
      ...access,
      platform: this.platform,
      session,
      life: () => this.life,
      forget: () => this.reading.forget(),
    });
    this.past = new Past({ ...access, identity, session, resume: (id) => this.gaps.resume(id) });
    this.cardAnswers = new CardAnswers({ ...access, platform: this.platform });
    this.pageWord = new PageWord(access.line, this.platform, options.onPageFactsRefused);
    this.life = new Life(identity, this.platform);
    this.connection = new Connection({
      happen: access.happen,
      identity,
      platform: this.platform,
      origin: options.origin,
      openLine: options.line,
      life: () => this.life,
      session,
      on: this.heard(),
      onUp: (line) => void this.up(line),
      onOffline: () => this.writing.flush(),
    });
    this.deaf = this.platform.signals((signal) => this.signalled(signal));
    identity.observe((state) => this.follow(state));
    this.follow(identity.state);
    this.isMade = true;
  }

  /** Nothing goes on, and nothing of the conversation stays in memory. */
  dispose(): void {
    this.deaf();
    this.life.dispose();
    this.writing.dispose();
    this.cardAnswers.forget();
    this.pageWord.forget();
    this.isOver = true;
    this.connection.hangUp();
    this.state = initialChat;
  }

  /** Something may have been missed: somebody looks again, a network came, a push arrived. */
  wake(): void {
    this.life.look();
    const line = this.connection.wake();
    if (line) void this.gaps.catchUp(line);
    if (this.state.open) this.read();
  }

  setOpen(open: boolean): void {
    this.happen({ type: 'window', open });
  }

  /** What has come so far was read. By itself while the window is open and somebody can see it. */
  read(): void {
    this.reading.read();
  }

  send(text: string): void {
    this.writing.send(text);
  }

  /**
   * Sends a picture or a PDF, with words or without. It waits in `state.unsent` as what is written does; `discard`
   * takes it back, also in the middle. Answers its client id.
   */
  attach(file: ChatFile, options: AttachOptions = {}): string {
    return this.writing.attach(file, options);
  }

  /** Where a file of the conversation is read for some minutes. Undefined: not now. */
  openFile(attachment: string): Promise<AttachmentLink | undefined> {
    return openFile(this.access, attachment);
  }

  retry(clientId: string): void {
    this.writing.retry(clientId);
  }

  /** Takes back what was not sent. */
  discard(clientId: string): void {
    this.writing.discard(clientId);
  }

  end(): Promise<void> {
    return endConversation(this.access);
  }

  /** What the consumer thought of the conversation that has ended. Answers why it was not taken: undefined, nobody knows. */
  rate(rating: Rating): Promise<'taken' | Problem | undefined> {
    return rate(this.access, rating);
  }

  /** All that was said, from the beginning: undefined where it could not be had whole. */
  whole(): Promise<readonly Earlier[] | undefined> {
    return wholeOf(this.access);
  }

  /**
   * Where the consumer may be answered as well, as they typed it. Answers whether it was passed on: typed before the
   * line is up it goes with the line, or after ten seconds not at all.
   */
  contact(address: string): Promise<boolean> {
    return this.pageWord.contact(address);
  }

  /** After an ended conversation: the next message opens a new one. */
  begin(): void {
    this.happen({ type: 'begun' });
  }

  /** The answer to `session.offer`: whether what was said anonymously goes on as the person who is proven. */
  merge(accept: boolean): Promise<void> {
    return this.past.merge(accept);
  }

  /** Loads the conversation before those that are shown. */
  earlier(): Promise<void> {
    return this.past.earlier();
  }

  /** Says yes or no to a card of the conversation. Undefined: it was taken; else why not. */
  answerCard(answer: AnswerCard): Promise<CardTrouble> {
    return this.cardAnswers.answer(answer);
  }

  /** Answers `session.request` with no. */
  async declineRequest(): Promise<void> {
    await decline(this.options.identity, this.connection.line);
    this.life.look();
  }

  setPageFacts(facts: PageFacts): void {
    this.pageWord.set(facts);
  }

  /** The identity has changed: the same speaker goes on, another finds nothing. */
  private follow({ phase, session: current, standing }: IdentityState): void {
    const { turn } = this.options.identity;
    const before = this.session;
    const session = phase === 'open' && standing !== 'ended' ? (current ?? undefined) : undefined;
    const left = turn !== this.turn;
    this.turn = turn;
    this.session = session;
    if (left) this.writing.forget();
    if (before && (!session || speakerOf(before) !== speakerOf(session))) this.clear(before, left);
    if (!session) return;
    if (session.session !== before?.session) {
      this.happen({ type: 'spoken', earlier: session.earlier, open: session.conversation?.id ?? null });
      this.connection.open();
      this.writing.takeBack(session);
    }
    this.writing.flush();
  }

  /** Nothing of whoever spoke stays. What they had not sent is theirs, unless they left. */
  private clear(before: SessionView, left: boolean): void {
    this.connection.hangUp();
    if (!left) this.writing.stow();
    if (before.consumer !== null) this.pageWord.forget();
    this.reading.forget();
    this.cardAnswers.forget();
    this.happen({ type: 'cleared' });
  }

  /** What comes over the line. */
  private heard(): LineOptions['on'] {
    return {
      'message:new': (message) => this.gaps.arrived(message),
      'conversation:changed': (conversation) => this.gaps.changed(conversation),
      typing: ({ on, by }) => this.happen({ type: 'typing', by: on ? by : null }),
      'duty:changed': ({ answering }) => this.happen({ type: 'duty', answering }),
      'marks:changed': (marks) => this.happen({ type: 'marks', ...marks }),
      'read:changed': (read) => this.happen({ type: 'read', ...read }),
      'card:changed': (card) => this.happen({ type: 'card', card }),
      'identity:requested': (request) => this.requested(request),
      'session:changed': ({ session, assurance, why }) => {
        if (assurance === 'ended' || assurance === 'revoked') void this.ended(session, why);
      },
    };
  }

  private async up(line: Line): Promise<void> {
    void this.pageWord.tell();
    this.cardAnswers.again();
    await this.past.again();
    await this.gaps.catchUp(line);
    this.reading.again();
    this.writing.flush();
  }

  private async ended(id: string, why: string | null): Promise<void> {
    const { identity } = this.options;
    await this.life.settled;
    if (identity.state.session?.session !== id) return;
    // The same person proved themselves anew in another tab: go on there.
    if (why === 'replaced') return void (await this.life.fresh(true).catch(() => undefined));
    if (why === 'switched') return this.life.superseded();
    if (why !== 'expired') identity.turn += 1;
    identity.gone();
  }

  private requested(request: IdentityRequest | null): void {
    tellAsked(this.options.identity, request);
    this.life.look();
  }

  private signalled(signal: Signal): void {
    if (signal === 'background') this.connection.rest();
    else this.wake();
  }

  private happen(happening: Happening): void {
    // A reply that comes too late must not write over what was kept for the next time.
    if (this.isOver) return;
    const before = this.state;
    this.state = next(before, happening);
    if (this.state.unsent !== before.unsent) this.writing.save();
    if (this.isMade) this.options.onChange(this.state);
    if (this.state.open && this.state.unread > 0 && this.platform.isSeen()) this.read();
    this.reading.came();
  }
}
