import { fromBase64url, toBase64url } from '../bytes.js';
import type { Members } from './attack.js';

export const encode = (text: string): string => toBase64url(new TextEncoder().encode(text));

const decode = (part: string): string => new TextDecoder().decode(fromBase64url(part));

/** The same token with one of its parts replaced. */
export const editPart = (token: string, index: number, edit: (part: string) => string): string =>
  token
    .split('.')
    .map((part, at) => (at === index ? edit(part) : part))
    .join('.');

/** The same token with another header; whatever protected the header no longer does. */
export const editHeader = (token: string, added: Members): string =>
  editPart(token, 0, (part) => encode(JSON.stringify({ ...JSON.parse(decode(part)), ...added })));

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Another spelling of the same bytes: the bits that carry nothing are set. Undefined where there are none. */
export function respell(part: string): string | undefined {
  if (part.length % 4 === 0) return undefined;
  const last = digits.indexOf(part.at(-1) ?? '');
  return `${part.slice(0, -1)}${digits[last | 1] ?? ''}`;
}

/** One bit of the middle of a part turned round. */
export function flip(part: string): string {
  const bytes = fromBase64url(part);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return toBase64url(bytes);
}

export const without = (members: Members, name: string): Members =>
  Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));

/** The text of a part with a byte before its last brace that no UTF-8 has, within the string that stands there. */
export function notUtf8(part: string): string {
  const bytes = fromBase64url(part);
  return toBase64url(Uint8Array.from([...bytes.subarray(0, -2), 0xff, ...bytes.subarray(-2)]));
}
