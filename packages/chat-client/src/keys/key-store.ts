import type { ProofKey } from './proof-key.js';
import { makeKey } from './web-key.js';

/** Where the key of each brand is. An app brings its own; the widget's is IndexedDB of the page's origin. */
export interface KeyStore {
  load(brand: string): Promise<ProofKey | undefined>;
  /** Makes one and keeps it. Two tabs may do so at once: whichever was kept first is the answer for both. */
  make(brand: string): Promise<ProofKey>;
  remove(brand: string): Promise<void>;
}

/** Forgotten with the process. */
export class MemoryKeyStore implements KeyStore {
  private readonly keys = new Map<string, ProofKey>();

  /** @param maker where there is no WebCrypto: makes a key by whatever the app has */
  constructor(private readonly maker: () => Promise<ProofKey> = makeKey) {}

  async load(brand: string): Promise<ProofKey | undefined> {
    return this.keys.get(brand);
  }

  async make(brand: string): Promise<ProofKey> {
    const made = await this.maker();
    const kept = this.keys.get(brand);
    if (kept) return kept;
    this.keys.set(brand, made);
    return made;
  }

  async remove(brand: string): Promise<void> {
    this.keys.delete(brand);
  }
}
