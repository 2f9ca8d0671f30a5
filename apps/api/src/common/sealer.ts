import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { Keyed, keyIdOf, opened, type Place } from './keyed.js';

export type { Place } from './keyed.js';

/** As texts were sealed before they named their key. */
const UNNAMED = 'v1';

const derived = (master: string, use: string) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(master, 'base64'), '', `countersign ${use}`, 32));

/** Encrypts what the database must not be able to read, under keys derived from the master key. */
@Injectable()
export class Sealer {
  private readonly current: Keyed;
  /** What was sealed before the master key was turned opens by the one before. */
  private readonly keys: readonly { readonly secret: Buffer; readonly keyed: Keyed }[];
  private readonly hashing: Buffer;

  constructor(@Inject(CONFIG) { MASTER_KEY, MASTER_KEY_PREVIOUS }: Config) {
    const masters = MASTER_KEY_PREVIOUS === undefined ? [MASTER_KEY] : [MASTER_KEY, MASTER_KEY_PREVIOUS];
    this.keys = masters.map((master) => {
      const secret = derived(master, 'seal');
      return { secret, keyed: new Keyed(secret) };
    });
    this.current = new Keyed(derived(MASTER_KEY, 'seal'));
    this.hashing = derived(MASTER_KEY, 'hash');
  }

  seal(text: string, place: Place): string {
    return this.current.seal(text, place);
  }

  /** Throws when the text was changed, moved, or sealed under a master key that is not here. */
  open(text: string, place: Place): string {
    if (text.startsWith(`${UNNAMED}.`)) return this.openUnnamed(text.split('.').slice(1), place);
    const key = this.keys.find(({ keyed }) => keyed.id === keyIdOf(text));
    if (!key) throw new Error('Sealed under another master key');
    return key.keyed.open(text, place);
  }

  /** Whether it was sealed under a master key that is to be gone. */
  isDated(text: string): boolean {
    return keyIdOf(text) !== this.current.id;
  }

  /** A stable stand-in for a value that must not be readable, per brand. */
  blind(brand: string, value: string): string {
    return createHmac('sha256', this.hashing).update(`${brand}\n${value}`).digest('base64url');
  }

  private openUnnamed(parts: readonly string[], place: Place): string {
    const [last] = this.keys.slice(-1);
    for (const { secret } of this.keys.slice(0, -1)) {
      try {
        return opened(secret, parts, place);
      } catch {
        // By the one before, then.
      }
    }
    if (!last) throw new Error('There is no master key');
    return opened(last.secret, parts, place);
  }
}
