import { z } from 'zod';

/** A brand's name in URLs and in the widget's tag: `larkspur`. */
export const brandSlug = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);
/** Characters that steer or hide text: a name made of them would not read as it is written. */
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/u;
/** A letter, digit, sign or picture: joiners and marks alone are nothing to read. */
const seen = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** What people read as a name, in any script. */
export const legible = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((name) => !unseen.test(name), 'has characters that nobody sees')
    .refine((name) => name === '' || seen.test(name), 'has nothing in it that can be seen');
/** How people call a brand. */
export const brandName = legible(80);
/** Names that a brand cannot choose for itself: of the service, or of people who would be believed to be it. */
const reserved = new Set(
  'admin agent api app auth billing brand brands callback chat console countersign demo docs help login mail official operator root security service setup sign-in sign-up status support system test widget window workspace www'.split(
    ' ',
  ),
);
export const isReservedSlug = (slug: string): boolean => reserved.has(slug) || /^(agent-)?txn-/.test(slug);
/** A short name to begin with; empty where nothing of the name can stand in an address. */
export function slugFor(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^[-0-9]+|-+$/g, '');
  const slug = words.slice(0, 40).replace(/-+$/, '');
  return slug.length < 2 ? '' : slug;
}
/** A connection's name within its brand: `google`. */
export const connectionKey = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);
export const id = z.uuid();
/** PostgreSQL has no year 0; and what is older than computing is no moment a server knows something of. */
export const moment = z.iso.datetime().refine((time) => time >= '1970', 'is before 1970');
/** The client's own id of a message or request: a resend with the same id does no harm. */
export const clientId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
/** The longest message, in UTF-16 units. */
export const MESSAGE_LIMIT = 8_000;
/** The highest number a line of a conversation can have: as far as the database counts. */
export const LAST_LINE = 2_147_483_647;
/** The number of a line of a conversation. 0: before the first. */
export const lineNumber = z.number().int().min(0).max(LAST_LINE);
/** Messages an agent has not seen are counted up to here. */
export const UNREAD_LIMIT = 100;
