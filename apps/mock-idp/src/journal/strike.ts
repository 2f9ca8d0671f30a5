import { hash } from 'node:crypto';
import { renamed } from '../http/index.js';
import type { Members } from './entry.js';

/** Without case, dashes and underscores: `clientSecret` is `client_secret`. */
const secretNames = new Set([
  'accesstoken',
  'actortoken',
  'assertion',
  'clientassertion',
  'clientsecret',
  'code',
  'codeverifier',
  'devicecode',
  'idtoken',
  'idtokenhint',
  'logouttoken',
  'password',
  'refreshtoken',
  'subjecttoken',
  'token',
  'usercode',
  'verificationuricomplete',
]);

/** What looks like a secret wherever it stands: tokens of three or five parts, and what a provider puts before its own. */
const shapes = [/eyJ[\w-]{8,}(\.[\w-]*){0,4}/g, /\bya29\.[\w.-]{8,}/g, /\b[14]\/\/?0[\w-]{8,}/g];

/** A secret member in text that is no whole JSON, closed or cut off. */
const loose =
  /("?\b(?:[a-z]+_token|code|code_verifier|client_secret|device_code|user_code)"?\s*[:=]\s*"?)([^"&\s<]{6,})/gi;

/** Shorter ones are struck by their names only: as a value they would be found in many a word. */
const shortest = 8;
const longest = 1000;

export const isSecret = (name: string): boolean =>
  secretNames.has(name.replaceAll(/[_-]/g, '').toLowerCase());

/** Takes the secrets out of one exchange, and learns them by their names on the way. */
export class Strike {
  /** By how they may be written. */
  readonly #learnt = new Map<string, string>();
  readonly #marks = new Map<string, string>();
  /** The same, the longest first, once nothing more is to be learnt. */
  #known: readonly (readonly [written: string, secret: string])[] | undefined;

  constructor(readonly salt: string) {}

  /** How long it was, and a fingerprint by which equal ones are recognised. */
  mark(secret: string): string {
    const known = this.#marks.get(secret);
    if (known !== undefined) return known;
    if (secret.length >= shortest) {
      this.#learnt.set(secret, secret);
      this.#learnt.set(encodeURIComponent(secret), secret);
    }
    const print = hash('sha256', `${this.salt} ${secret}`).slice(0, 8);
    const mark = `‹${secret.length} chars #${print}›`;
    this.#marks.set(secret, mark);
    return mark;
  }

  member(name: string, value: string): string {
    if (value === '') return value;
    return isSecret(name) ? this.mark(value) : this.text(value).slice(0, longest);
  }

  /** `plain` PKCE sends the verifier itself. */
  members(params: URLSearchParams): Members {
    const plain = params.has('code_challenge') && params.get('code_challenge_method') !== 'S256';
    const struck: Record<string, string | string[]> = {};
    for (const name of new Set(params.keys())) {
      const values = params
        .getAll(name)
        .map((value) => (plain && name === 'code_challenge' ? this.mark(value) : this.member(name, value)));
      struck[name] = values.length === 1 ? (values[0] ?? '') : values;
    }
    return struck;
  }

  /** A path: who knows the name of a sign-in or the code of a device can go on with it. */
  path(path: string): string {
    return renamed(path, (name) => this.mark(name));
  }

  /** An address, its query and its fragment in the order they had. */
  address(address: string): string {
    const [, before = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
    const [, origin = '', path = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)?(.*)$/is.exec(before) ?? [];
    return `${origin}${this.path(path)}${this.#tail('?', query)}${this.#tail('#', fragment)}`;
  }

  #tail(sign: string, text: string): string {
    if (text === '') return '';
    const entries = [...new URLSearchParams(text.slice(1))];
    return sign + entries.map(([name, value]) => `${name}=${this.member(name, value)}`).join('&');
  }

  /** JSON, member by member. */
  json(value: unknown, name = ''): unknown {
    if (typeof value === 'string') return this.member(name, value);
    if (Array.isArray(value)) return value.map((one) => this.json(one, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.json(one, key)]));
  }

  /** From here on text is struck as well. */
  begin(): void {
    this.#known = [...this.#learnt].sort(([one], [other]) => other.length - one.length);
  }

  /** Any text: what was learnt, and what looks like a secret. */
  text(text: string): string {
    if (!this.#known || text.length < shortest) return text;
    let struck = text;
    for (const [written, secret] of this.#known)
      if (struck.includes(written)) struck = struck.replaceAll(written, this.mark(secret));
    for (const shape of shapes) struck = struck.replaceAll(shape, (found) => this.mark(found));
    return struck;
  }

  /** Text that is not whole. */
  loose(text: string): string {
    const named = text.replaceAll(
      loose,
      (_, before: string, value: string) => `${before}${this.mark(value)}`,
    );
    return this.text(named);
  }
}
