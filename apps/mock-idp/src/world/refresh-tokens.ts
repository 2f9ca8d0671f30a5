import type { Clock } from '../clock/index.js';
import type { Ended } from './endings.js';

export type RefreshToken = {
  readonly value: string;
  readonly grantId: string;
  readonly clientId: string;
  readonly subject: string;
  readonly scope: string;
  readonly authTime: number | undefined;
  /** When it ends however much it is used. */
  readonly until: number | undefined;
  /** How long it may lie unused. */
  readonly idleSeconds: number;
};

/** `dead`: it was one once. */
export type FoundRefreshToken = RefreshToken | 'dead' | undefined;

const capacity = 20_000;

/** The refresh tokens of one issuer, by the clock of its namespace. */
export class RefreshTokens {
  readonly #alive = new Map<string, { readonly token: RefreshToken; usedAt: number }>();
  readonly #dead = new Set<string>();

  constructor(readonly clock: Clock) {}

  /** Of more than `most` for one person and client, the oldest ends without a word. */
  put(token: RefreshToken, most: number): void {
    this.#alive.set(token.value, { token, usedAt: this.clock.seconds });
    const siblings = [...this.#alive.values()].filter(
      ({ token: other }) => other.subject === token.subject && other.clientId === token.clientId,
    );
    const [first] = siblings;
    if (siblings.length > most && first) this.end(first.token.value);
    const [oldest] = this.#alive.keys();
    if (this.#alive.size > capacity && oldest !== undefined) this.end(oldest);
  }

  find(value: string): FoundRefreshToken {
    const entry = this.#alive.get(value);
    if (!entry) return this.#dead.has(value) ? 'dead' : undefined;
    const { seconds } = this.clock;
    const { token, usedAt } = entry;
    if (seconds - usedAt < token.idleSeconds && seconds < (token.until ?? Infinity)) return token;
    this.end(value);
    return 'dead';
  }

  /** It was used just now: being unused is counted from here. */
  touch(value: string): void {
    const entry = this.#alive.get(value);
    if (entry) entry.usedAt = this.clock.seconds;
  }

  end(value: string): void {
    if (!this.#alive.delete(value)) return;
    this.#dead.add(value);
    const [oldest] = this.#dead;
    if (this.#dead.size > capacity && oldest !== undefined) this.#dead.delete(oldest);
  }

  endGrant(grantId: string): void {
    for (const [value, { token }] of this.#alive) if (token.grantId === grantId) this.end(value);
  }
  /** Of a person or a client that is gone. */
  endAllOf(ended: Ended): void {
    for (const [value, { token }] of this.#alive)
      if ('subject' in ended ? token.subject === ended.subject : token.clientId === ended.clientId)
        this.end(value);
  }
}
