import { mayWrite, type Refusal } from '../conversation/rules.js';
import { GRACE_MS } from '../identity/assurance.js';
import { liveOf, sightOf } from './sight.js';
import {
  browserOf,
  type Conversation,
  type Session,
  type Subject,
  type World,
  withBrowser,
  withConversation,
} from './world.js';

/** What people, brands and clocks do. */
export type Act =
  | { readonly kind: 'open'; readonly browser: string }
  | { readonly kind: 'begin'; readonly browser: string }
  | { readonly kind: 'prove'; readonly browser: string; readonly subject: Subject }
  | { readonly kind: 'reload'; readonly browser: string; readonly named: Subject | null }
  | { readonly kind: 'say'; readonly browser: string; readonly text: string }
  | { readonly kind: 'merge'; readonly browser: string; readonly accept: boolean }
  | { readonly kind: 'end'; readonly browser: string }
  | { readonly kind: 'sign out'; readonly browser: string }
  | { readonly kind: 'log out'; readonly subject: Subject }
  | { readonly kind: 'wait'; readonly minutes: number };

/** `ok`, or the code of the refusal: then nothing has changed. */
export type Answer = 'ok' | Refusal | 'session_required' | 'merge_not_offered' | 'conversation_not_found';

/** How long a proof counts, and the other times of the rules, in milliseconds. */
export const MINUTE_MS = 60_000;
export const ASSURANCE_MS = 60 * MINUTE_MS;
const ATTEMPT_MS = 10 * MINUTE_MS;
const OFFER_MS = 10 * MINUTE_MS;
const MERGE_MS = 30 * MINUTE_MS;

type Result = readonly [World, Answer];

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

const endWith = (world: World, which: (one: Session) => boolean, reason: string): World => ({
  ...world,
  sessions: world.sessions.map((one) =>
    one.endedAt === null && which(one) ? { ...one, endedAt: world.now, endReason: reason } : one,
  ),
});

/** What nobody can ever prove to have said is over with its session; what is offered waits for its answer. */
const closeOrphans = (world: World): World => ({
  ...world,
  conversations: world.conversations.map((one) => {
    if (one.ended || one.subject !== null) return one;
    const family = one.offer?.family ?? one.family;
    const lives = world.sessions.some((session) => session.family === family && session.endedAt === null);
    const waits = one.offer === null || one.offer.until > world.now;
    return lives && waits ? one : { ...one, ended: true, offer: null };
  }),
});

function openSession(world: World, name: string, subject: Subject | null): World {
  const before = liveOf(world, name);
  const { key } = browserOf(world, name);
  const same = before !== undefined && before.subject === subject;
  const ended = endWith(world, (one) => one.id === before?.id, same ? 'replaced' : 'switched');
  const id = world.next;
  const family = same ? before.family : id;
  const proven = subject !== null;
  const session: Session = {
    id,
    browser: name,
    key,
    family,
    subject,
    openedAt: world.now,
    verifiedAt: proven ? world.now : null,
    holdsUntil: proven ? later(world.now, ASSURANCE_MS) : null,
    endedAt: null,
    endReason: null,
  };
  const opened = { ...ended, next: id + 1, sessions: [...ended.sessions, session] };
  if (before?.subject !== null || !proven) return closeOrphans(opened);
  const said = world.conversations.find(
    (one) => !one.ended && one.offer === null && one.family === before.family && one.subject === null,
  );
  return closeOrphans(
    said && mayMerge(world, said, name)
      ? withConversation(opened, offered(said, session, world.now))
      : opened,
  );
}

/** Said lately, by a key that never was anybody. */
function mayMerge(world: World, { lines }: Conversation, name: string): boolean {
  const last = lines.at(-1);
  const { key } = browserOf(world, name);
  const known = world.sessions.some((one) => one.browser === name && one.key === key && one.subject !== null);
  return last !== undefined && !known && world.now.getTime() - last.at.getTime() <= MERGE_MS;
}

const offered = (said: Conversation, { family }: Session, now: Date): Conversation => ({
  ...said,
  offer: { family, until: later(now, OFFER_MS) },
});

function prove(world: World, name: string, subject: Subject): Result {
  const browser = browserOf(world, name);
  const begun = browser.attemptAt ?? world.now;
  const used = withBrowser(world, { ...browser, attemptAt: null });
  // Ten minutes; then another attempt has to be made, and the client makes it.
  const startedAt = world.now.getTime() - begun.getTime() >= ATTEMPT_MS ? world.now : begun;
  const buried = world.tombstones.some((one) => one.subject === subject && one.at >= startedAt);
  return buried ? [used, 'session_ended'] : [openSession(used, name, subject), 'ok'];
}

/** By key alone; a proven session goes on only if the page names the same person. */
function reload(world: World, name: string, named: Subject | null): Result {
  const session = liveOf(world, name);
  if (!session || session.subject === null || session.subject === named) return [world, 'ok'];
  const why = named === null ? 'unnamed' : 'switched';
  return [closeOrphans(endWith(world, (one) => one.id === session.id, why)), 'ok'];
}

function say(world: World, name: string, text: string): Result {
  const session = liveOf(world, name);
  const { standing, open } = sightOf(world, name);
  if (!session || standing === 'none') return [world, 'session_required'];
  const facts = open && { state: 'waiting' as const, agent: null, verified: open.subject !== null };
  const refusal = mayWrite(facts, standing, 'anonymous');
  if (refusal) return [world, refusal];
  const line = { text, at: world.now };
  if (open) return [withConversation(world, { ...open, lines: [...open.lines, line] }), 'ok'];
  const { family, subject } = session;
  const begun = { id: world.next, family, subject, ended: false, offer: null, lines: [line] };
  return [{ ...world, next: world.next + 1, conversations: [...world.conversations, begun] }, 'ok'];
}

function merge(world: World, name: string, accept: boolean): Result {
  const session = liveOf(world, name);
  const { standing, open, offer } = sightOf(world, name);
  if (!session || standing === 'none') return [world, 'session_required'];
  if (!offer) return [world, 'merge_not_offered'];
  if (!accept) return [withConversation(world, { ...offer, ended: true, offer: null }), 'ok'];
  // Where one is open elsewhere, that goes on, and this is found above it.
  const joined = { ...offer, offer: null, subject: session.subject, ended: open !== undefined };
  return [withConversation(world, joined), 'ok'];
}

function end(world: World, name: string): Result {
  const { open, standing } = sightOf(world, name);
  if (standing === 'none') return [world, 'session_required'];
  return open ? [withConversation(world, { ...open, ended: true }), 'ok'] : [world, 'conversation_not_found'];
}

/** The family ends, and the key is thrown away. */
function signOut(world: World, name: string): Result {
  const session = liveOf(world, name);
  if (!session) return [world, 'session_required'];
  const ended = closeOrphans(endWith(world, ({ family }) => family === session.family, 'signed_out'));
  const { key, attemptAt: _ } = browserOf(world, name);
  return [withBrowser(ended, { name, key: key + 1, attemptAt: null }), 'ok'];
}

function logOut(world: World, subject: Subject): Result {
  const tombstones = [...world.tombstones, { subject, at: world.now }];
  return [closeOrphans(endWith({ ...world, tombstones }, (one) => one.subject === subject, 'revoked')), 'ok'];
}

/** Whose grace is over is ended by the clock. */
function wait(world: World, minutes: number): Result {
  const now = later(world.now, minutes * MINUTE_MS);
  const isOver = ({ holdsUntil }: Session) => holdsUntil !== null && later(holdsUntil, GRACE_MS) <= now;
  return [closeOrphans(endWith({ ...world, now }, isOver, 'expired')), 'ok'];
}

/** What was, and what somebody does, make what is. */
export function act(world: World, one: Act): Result {
  switch (one.kind) {
    case 'open':
      return [openSession(world, one.browser, null), 'ok'];
    case 'begin':
      return [withBrowser(world, { ...browserOf(world, one.browser), attemptAt: world.now }), 'ok'];
    case 'prove':
      return prove(world, one.browser, one.subject);
    case 'reload':
      return reload(world, one.browser, one.named);
    case 'say':
      return say(world, one.browser, one.text);
    case 'merge':
      return merge(world, one.browser, one.accept);
    case 'end':
      return end(world, one.browser);
    case 'sign out':
      return signOut(world, one.browser);
    case 'log out':
      return logOut(world, one.subject);
    case 'wait':
      return wait(world, one.minutes);
  }
}
