import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { cookieOf, makeCookie } from '../http/index.js';

const seconds = 14 * 24 * 60 * 60;
const capacity = 2_000;

/** Who has signed in with which browser, in the order they came. */
export class Browsers {
  readonly #subjects = new Map<string, string[]>();
  /** Browsers whose cookie is on its way to them. */
  readonly #named = new WeakMap<IncomingMessage, string>();

  constructor(
    readonly cookie: string,
    readonly path: string,
    /** Whether the issuer is reached by https. */
    readonly secure: boolean,
  ) {}

  idOf(req: IncomingMessage): string | undefined {
    const id = this.#named.get(req) ?? cookieOf(req, this.cookie);
    return id !== undefined && this.#subjects.has(id) ? id : undefined;
  }

  subjects(req: IncomingMessage): readonly string[] {
    return this.#subjects.get(this.idOf(req) ?? '') ?? [];
  }

  /** Remembers one more; answers the cookies to set. */
  add(req: IncomingMessage, subject: string): string[] {
    const id = this.idOf(req) ?? randomBytes(24).toString('base64url');
    const subjects = this.#subjects.get(id) ?? [];
    if (!subjects.includes(subject)) this.#subjects.set(id, [...subjects, subject]);
    this.#named.set(req, id);
    const [oldest] = this.#subjects.keys();
    if (this.#subjects.size > capacity && oldest !== undefined) this.#subjects.delete(oldest);
    return [makeCookie(this.cookie, id, { path: this.path, secure: this.secure, seconds })];
  }

  /** Signs everybody out of one browser. */
  clear(id: string): void {
    this.#subjects.delete(id);
  }

  /** Signs one person out of every browser. */
  forget(subject: string): void {
    for (const [id, subjects] of this.#subjects)
      if (subjects.includes(subject))
        this.#subjects.set(
          id,
          subjects.filter((one) => one !== subject),
        );
  }
}
