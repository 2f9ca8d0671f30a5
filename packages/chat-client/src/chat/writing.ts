import type { Message, SessionView } from '@countersign/contracts';
import type { Identity } from '../identity/identity.js';
import type { Life } from '../life/life.js';
import { speakerOf } from '../life/standing.js';
import type { Platform } from '../platform/platform.js';
import type { ChatFile } from '../platform/upload.js';
import type { Access } from './access.js';
import { type DraftStorage, draftOf } from './drafts.js';
import { KeptDrafts } from './kept-drafts.js';
import { Sender } from './sender.js';
import { Uploads } from './uploads.js';

export type AttachOptions = {
  readonly text?: string;
  /** How many bytes are on their way. */
  readonly onProgress?: (sent: number) => void;
  /** Takes it back. */
  readonly signal?: AbortSignal;
};

/** What writing needs of the chat it writes in. */
export type WritingOptions = Access & {
  readonly identity: Identity;
  readonly platform: Platform;
  readonly origin: string | undefined;
  readonly storage: DraftStorage | undefined;
  readonly life: () => Life;
  readonly session: () => SessionView | undefined;
  readonly onSent: (message: Message) => void;
};

/** All that is written and not at the service yet: words, files, and those of whoever does not speak now. */
export class Writing {
  private readonly drafts: KeptDrafts;
  private readonly uploads: Uploads;
  private readonly sender: Sender;

  constructor(private readonly options: WritingOptions) {
    const { identity, platform, origin, storage, life, session, happen } = options;
    this.drafts = new KeptDrafts(`countersign-drafts-${identity.options.brand}`, storage);
    const token = async () => (await life().fresh())?.token;
    this.uploads = new Uploads({ identity, platform, origin, token, happen });
    this.sender = this.makeSender();
    if (storage)
      void this.drafts.load().then(() => {
        const speaks = session();
        if (speaks) this.takeBack(speaks);
      });
  }

  send(text: string): void {
    this.write(this.options.platform.randomId(), text);
  }

  attach(file: ChatFile, { text = '', onProgress, signal }: AttachOptions): string {
    const clientId = this.options.platform.randomId();
    if (signal?.aborted) return clientId;
    signal?.addEventListener('abort', () => this.discard(clientId));
    this.uploads.keep(clientId, file, onProgress);
    this.write(clientId, text, file);
    return clientId;
  }

  retry(clientId: string): void {
    const { happen } = this.options;
    // A file may have waited too long at the service, or for another conversation: it is brought there anew.
    happen({ type: 'file', clientId, file: { id: null, sent: 0 } });
    happen({ type: 'draft', clientId, state: 'sending', why: null });
    this.sender.flush();
  }

  discard(clientId: string): void {
    const { state, happen } = this.options;
    this.uploads.drop(clientId);
    happen({ type: 'unsent', drafts: state().unsent.filter((draft) => draft.clientId !== clientId) });
  }

  flush(): void {
    this.sender.flush();
  }

  /** Their writer does not speak now. */
  stow(): void {
    this.drafts.stow(this.options.state().unsent);
  }

  takeBack(session: SessionView): void {
    const { state, happen } = this.options;
    const drafts = this.drafts.take(session);
    if (drafts.length > 0) happen({ type: 'unsent', drafts: [...drafts, ...state().unsent] });
  }

  save(): void {
    this.drafts.save(this.options.state().unsent);
  }

  /** Their writer left. */
  forget(): void {
    this.drafts.forget();
    this.uploads.forget();
  }

  dispose(): void {
    this.uploads.forget();
  }

  private write(clientId: string, text: string, file?: ChatFile): void {
    const { identity, session, happen } = this.options;
    const at = new Date(identity.api.now()).toISOString();
    happen({ type: 'wrote', draft: draftOf({ text, file }, clientId, at, session()) });
    this.sender.flush();
  }

  private makeSender(): Sender {
    const { identity, platform, life, session, onSent, ...access } = this.options;
    return new Sender({
      ...access,
      speaker: () => {
        const speaks = session();
        return speaks && speakerOf(speaks);
      },
      isHeld: () => identity.state.standing === 'stale',
      traceparent: identity.options.traceparent,
      after: platform.after,
      upload: (draft, conversation) => this.uploads.of(draft, conversation),
      onSent: (message) => {
        if (message.clientId) this.uploads.drop(message.clientId);
        onSent(message);
      },
      onContradicted: ({ code }) => {
        if (code === 'session_ended')
          void life()
            .fresh(true)
            .catch(() => undefined);
        // By this device's clock the proof still held.
        else
          void identity.api.embed().then(
            () => life().look(),
            () => undefined,
          );
      },
    });
  }
}
