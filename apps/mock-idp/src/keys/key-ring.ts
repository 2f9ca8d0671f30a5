import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { makeKey, type PublicKey, published, type SigningKey, signingKey } from './signing-keys.js';

/** `next` and `retired` keys are published and sign nothing; a `revoked` key is published no more. */
export const keyState = z.enum(['next', 'current', 'retired', 'revoked']);
export type KeyState = z.infer<typeof keyState>;

const ringedKey = z.strictObject({ state: keyState, key: signingKey });
type RingedKey = z.infer<typeof ringedKey>;

/** A key as the control API names it. */
export type ListedKey = { readonly kid: string; readonly state: KeyState };

/** Revoked keys are remembered to be told from those that never were, but not for ever. */
const remembered = 20;

/** The signing keys of one issuer, from `next` over `current` and `retired` to `revoked`. Made when they are first needed. */
export class KeyRing {
  #keys: Promise<readonly RingedKey[]> | undefined;
  /** Those it began with. */
  #first: Promise<readonly RingedKey[]> | undefined;
  #stranger: Promise<SigningKey> | undefined;

  /** With a file the keys outlive a restart. */
  constructor(readonly file?: string) {}

  async list(): Promise<readonly ListedKey[]> {
    return (await this.#all()).map(({ key: { kid }, state }) => ({ kid, state }));
  }

  /** The key that signs now. */
  async current(): Promise<SigningKey> {
    return this.#one(await this.#all(), 'current');
  }

  async published(): Promise<readonly PublicKey[]> {
    return (await this.signing()).map(published);
  }

  /** The keys that are published, with their private members: never to be sent. */
  async signing(): Promise<readonly SigningKey[]> {
    return (await this.#all()).filter(({ state }) => state !== 'revoked').map(({ key }) => key);
  }

  /** A genuine key of this provider's kind that it never published. */
  unpublished(): Promise<SigningKey> {
    this.#stranger ??= makeKey();
    return this.#stranger;
  }

  /** The next key signs from now on; the former one stays published, and another waits. */
  rotate(): Promise<readonly ListedKey[]> {
    return this.#change(async (keys) => this.#turned(keys));
  }

  /** Takes a key out of what is published. If it is the one that signs, the next takes its place. `undefined`: there is no such key. */
  async revoke(kid: string): Promise<readonly ListedKey[] | undefined> {
    if (!(await this.#all()).some(({ key }) => key.kid === kid)) return undefined;
    return this.#change(async (keys) => {
      const signs = keys.some(({ key, state }) => key.kid === kid && state === 'current');
      const waits = keys.some(({ key, state }) => key.kid === kid && state === 'next');
      const turned = signs ? await this.#turned(keys) : keys;
      const revoked = turned.map((one) =>
        one.key.kid === kid ? { ...one, state: 'revoked' as const } : one,
      );
      return waits ? [...revoked, { key: await makeKey(), state: 'next' as const }] : revoked;
    });
  }

  /** The keys it began with, as they were then. */
  async reset(): Promise<void> {
    const first = this.#first;
    if (first) await this.#change(() => first);
  }

  async #turned(keys: readonly RingedKey[]): Promise<readonly RingedKey[]> {
    const after = { current: 'retired', next: 'current', retired: 'retired', revoked: 'revoked' } as const;
    const turned = keys.map(({ key, state }) => ({ key, state: after[state] }));
    return [...turned, { key: await makeKey(), state: 'next' }];
  }

  /** One change after the other: of two rotations at once, each makes its own key. */
  async #change(change: (keys: readonly RingedKey[]) => Promise<readonly RingedKey[]>) {
    const before = this.#all();
    this.#keys = before.then(change).then((keys) => {
      const revoked = keys.filter(({ state }) => state === 'revoked').slice(-remembered);
      return this.#keep(keys.filter((one) => one.state !== 'revoked' || revoked.includes(one)));
    });
    await this.#keys;
    return this.list();
  }

  #all(): Promise<readonly RingedKey[]> {
    this.#first ??= this.#begin();
    this.#keys ??= this.#first;
    return this.#keys;
  }

  #one(keys: readonly RingedKey[], state: KeyState): SigningKey {
    const found = keys.find((one) => one.state === state);
    if (!found) throw new Error(`no key is ${state}`);
    return found.key;
  }

  async #begin(): Promise<readonly RingedKey[]> {
    if (this.file && existsSync(this.file))
      return z.array(ringedKey).parse(JSON.parse(readFileSync(this.file, 'utf8')));
    const [current, next] = await Promise.all([makeKey(), makeKey()]);
    return this.#keep([
      { key: current, state: 'current' },
      { key: next, state: 'next' },
    ]);
  }

  #keep(keys: readonly RingedKey[]): readonly RingedKey[] {
    if (!this.file) return keys;
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(keys), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
    return keys;
  }
}
