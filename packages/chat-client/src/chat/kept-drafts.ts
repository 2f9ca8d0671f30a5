import type { SessionView } from '@countersign/contracts';
import { type DraftStorage, handOver, readDrafts } from './drafts.js';
import type { Draft } from './state.js';

/** Drafts of whoever does not speak at the moment, in memory and, where an app has one, in a storage. */
export class KeptDrafts {
  private kept: readonly Draft[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  private written: string | undefined;
  private isForgotten = false;

  constructor(
    private readonly key: string,
    private readonly storage: DraftStorage | undefined,
  ) {}

  /** What the app kept from its last run. */
  async load(): Promise<void> {
    if (!this.storage) return;
    const stored = await Promise.resolve(this.storage.getItem(this.key)).catch(() => null);
    if (this.isForgotten) return;
    const known = new Set(this.kept.map(({ clientId }) => clientId));
    this.kept = [...readDrafts(stored).filter(({ clientId }) => !known.has(clientId)), ...this.kept];
  }

  stow(drafts: readonly Draft[]): void {
    this.kept = [...this.kept, ...drafts];
  }

  /** The speaker's own come back to them. */
  take(session: SessionView): readonly Draft[] {
    const { back, kept } = handOver(this.kept, session);
    this.kept = kept;
    return back;
  }

  /** Their writer left: also of what is still being read from the storage nothing comes back. */
  forget(): void {
    this.isForgotten = true;
    this.kept = [];
    this.save([]);
  }

  /** Together with what is unsent now. One write after the other, the last of them whole. */
  save(unsent: readonly Draft[]): void {
    const { storage } = this;
    // How far a file is changes many times a second, and says nothing once the app is closed.
    const content = JSON.stringify([...this.kept, ...unsent], (name, value: unknown) =>
      name === 'sent' ? undefined : value,
    );
    if (!storage || content === this.written) return;
    this.written = content;
    this.writing = this.writing
      .then(() => (content === '[]' ? storage.removeItem(this.key) : storage.setItem(this.key, content)))
      // A full or broken storage keeps nothing: what is in memory goes on.
      .catch(() => undefined);
  }
}
