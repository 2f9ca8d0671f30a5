import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { cookieOf, makeCookie } from '../http/index.js';

const seconds = 14 * 24 * 60 * 60;
const capacity = 2_000;

/** Who has signed in with which browser, in the order they came. */
export class Browsers {
  readonly #subjects = new Map<string, string[]>();

  constructor(
    readonly cookie: string,
    readonly path: string,
  ) {}

  subjects(req: IncomingMessage): readonly string[] {
    return this.#subjects.get(cookieOf(req, this.cookie) ?? '') ?? [];
  }

  /** Remembers one more; answers the cookies to set. */
  add(req: IncomingMessage, subject: string): string[] {
    const known = cookieOf(req, this.cookie);
    const id = known && this.#subjects.has(known) ? known : randomBytes(24).toString('base64url');
    const subjects = this.#subjects.get(id) ?? [];
    if (!subjects.includes(subject)) this.#subjects.set(id, [...subjects, subject]);
    const [oldest] = this.#subjects.keys();
    if (this.#subjects.size > capacity && oldest !== undefined) this.#subjects.delete(oldest);
    return [makeCookie(this.cookie, id, this.path, seconds)];
  }
}
