import type { PageFacts } from '@countersign/claims';
import type { AnswerCard, AttachmentLink, AttemptView, Problem, Proof } from '@countersign/contracts';
import type { CardTrouble } from '../cards/card-answers.js';
import { Chat } from '../chat/chat.js';
import type { DraftStorage } from '../chat/drafts.js';
import type { ChatState } from '../chat/state.js';
import type { AttachOptions } from '../chat/writing.js';
import { Identity } from '../identity/identity.js';
import type { IdentityState } from '../identity/state.js';
import { type KeyStore, MemoryKeyStore } from '../keys/key-store.js';
import { alone } from '../platform/alone.js';
import type { Platform } from '../platform/platform.js';
import type { ChatFile } from '../platform/upload.js';
import { webDevice } from '../platform/web-device.js';

/** What a proof is asked for with. `signal`: nobody waits for it any more. */
export type ProofRequest = Omit<AttemptView, 'expiresAt'> & { readonly signal: AbortSignal };

/** What an app brings. */
export type ChatAppOptions = {
  /** The service, without a slash at the end. */
  readonly apiUrl: string;
  readonly brand: string;
  readonly connection: string;
  /** Asks the app's own backend for a code or a JWT, for this very request. Null: nobody is signed in, or they declined. */
  readonly proof: (request: ProofRequest) => Promise<Proof | null>;
  /** The subject of whoever is signed in to the app; null: nobody. It lets a session go on or ends it, and proves nothing. */
  readonly person: string | null;
  /** Browsers and Node need none; React Native: `alone(bareDevice(…), { signals })`. */
  readonly platform?: Platform;
  /** Without one the key is forgotten with the process, and the session with it. */
  readonly keyStore?: KeyStore;
  /** Keeps what was not sent while the app is closed. */
  readonly storage?: DraftStorage;
  /** Outside a browser, where the connection takes pages only. */
  readonly origin?: string;
  /** Registers with the app's push messages: `arrived` is to be called for each. Answers how to stop. */
  readonly onPush?: (arrived: () => void) => (() => void) | undefined;
  readonly onPageFactsRefused?: (problem: Problem) => void;
  readonly proofLimitMs?: number;
  /** Where the app stands in a trace of its own, as W3C Trace Context writes it: asked with each message. */
  readonly traceparent?: () => string | undefined;
};

/** All there is to draw. The same object until something changes. */
export type ChatAppState = { readonly identity: IdentityState; readonly chat: ChatState };

/** Identity, its life and its chat for an app, as one. */
export class ChatApp {
  state: ChatAppState;
  private readonly identity: Identity;
  private readonly chat: Chat;
  private readonly listeners = new Set<(state: ChatAppState) => void>();
  private readonly deaf: (() => void)[];
  private starting: Promise<void> | undefined;

  constructor(private readonly options: ChatAppOptions) {
    const { proof, platform = alone(webDevice), keyStore = new MemoryKeyStore(), proofLimitMs } = options;
    this.identity = new Identity({
      ...options,
      keyStore,
      device: platform,
      isSeen: platform.isSeen,
      methodOf: () => (attempt) => proof(attempt as ProofRequest),
      ...(proofLimitMs === undefined ? {} : { methodLimitMs: proofLimitMs }),
    });
    this.chat = new Chat({
      ...options,
      identity: this.identity,
      platform,
      onChange: () => this.changed(),
    });
    this.state = { identity: this.identity.state, chat: this.chat.state };
    this.identity.observe(() => this.changed());
    const stop = options.onPush?.(() => void this.wake());
    this.deaf = [
      platform.signals((signal) => signal !== 'background' && void this.begin()),
      stop ?? (() => {}),
    ];
  }

  /** Hears of every change; answers how to stop. */
  subscribe(listener: (state: ChatAppState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Goes on where this installation left off, or proves whoever is signed in. */
  start(): Promise<void> {
    return this.begin();
  }

  /** Somebody signed in to the app, or out of it. Nothing of the former person stays. */
  async setPerson(person: string | null): Promise<void> {
    if (person === this.identity.named) return;
    await this.identity.rename(person);
    if (person !== null) await this.identity.prove();
  }

  signIn(): Promise<void> {
    return this.identity.prove();
  }

  beAnonymous(): Promise<void> {
    return this.identity.beAnonymous();
  }

  signOut(): Promise<void> {
    return this.identity.signOut();
  }

  renew(): Promise<void> {
    return this.chat.life.renew();
  }

  stepUp(): Promise<void> {
    return this.chat.life.stepUp();
  }

  /** Says yes or no to a card. Undefined: it was taken; else why not. */
  answerCard(answer: AnswerCard): Promise<CardTrouble> {
    return this.chat.answerCard(answer);
  }

  declineRequest(): Promise<void> {
    return this.chat.declineRequest();
  }

  send(text: string): void {
    this.chat.send(text);
  }

  /** Sends a picture or a PDF. Answers its client id: by it `discard` takes it back, also in the middle. */
  attach(file: ChatFile, options?: AttachOptions): string {
    return this.chat.attach(file, options);
  }

  /** Where a file of the conversation is read for some minutes. */
  openFile(attachment: string): Promise<AttachmentLink | undefined> {
    return this.chat.openFile(attachment);
  }

  retry(clientId: string): void {
    this.chat.retry(clientId);
  }

  discard(clientId: string): void {
    this.chat.discard(clientId);
  }

  typing(): void {
    this.chat.typing();
  }

  /** Whether the chat is on the screen: what comes then is read. */
  setOpen(open: boolean): void {
    this.chat.setOpen(open);
  }

  endConversation(): Promise<void> {
    return this.chat.end();
  }

  beginConversation(): void {
    this.chat.begin();
  }

  merge(accept: boolean): Promise<void> {
    return this.chat.merge(accept);
  }

  earlier(): Promise<void> {
    return this.chat.earlier();
  }

  /** What the app says of what the consumer looks at. The agent sees it as the app's word. */
  setFacts(facts: PageFacts): void {
    this.chat.setPageFacts(facts);
  }

  /** A push arrived, or the app knows otherwise that something may have been missed. */
  async wake(): Promise<void> {
    await this.begin();
    this.chat.wake();
  }

  dispose(): void {
    for (const stop of this.deaf) stop();
    this.listeners.clear();
    this.chat.dispose();
    this.identity.dispose();
  }

  /** Once, and again where the service could not be reached. */
  private begin(): Promise<void> {
    const { phase } = this.state.identity;
    if (phase !== 'starting' && phase !== 'unavailable') return Promise.resolve();
    const named = phase === 'starting' ? this.options.person : this.identity.named;
    this.starting ??= this.startAs(named).finally(() => {
      this.starting = undefined;
    });
    return this.starting;
  }

  private async startAs(named: string | null): Promise<void> {
    const { identity } = this;
    await identity.start(named);
    // Where a window has to open, the person begins it.
    const silent = identity.state.config?.connection.interactive === false;
    if (identity.state.phase === 'idle' && identity.isNamed && silent) await identity.prove();
  }

  private changed(): void {
    this.state = { identity: this.identity.state, chat: this.chat.state };
    for (const listener of this.listeners) listener(this.state);
  }
}

export const createChat = (options: ChatAppOptions): ChatApp => new ChatApp(options);
