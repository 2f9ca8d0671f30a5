import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seed } from '../../test/seed.js';
import { type Act, act } from './acts.js';
import { browsers, historyOf, subjects } from './histories.js';
import { liveOf, sightOf } from './sight.js';
import { browserOf, type Subject, type World, withConversation, worldOf } from './world.js';

const HISTORIES = 2_000;
const PATIENCE = { timeout: 120_000 };
const begin = new Date('2026-11-28T09:00:00Z');

/** What a bystander writes down of each message, from nothing but who spoke at which keyboard. */
type Entry = {
  readonly text: string;
  readonly browser: string;
  readonly key: number;
  readonly family: number;
  readonly subject: Subject | null;
};
/** Whom a browser's consumer has allowed to go on with what was said anonymously there. */
type Consent = { readonly family: number; readonly subject: Subject };
type Ledger = { readonly said: Entry[]; readonly consents: Consent[] };

function note(ledger: Ledger, before: World, one: Act): void {
  if (one.kind === 'say') {
    const { browser, text } = one;
    const session = liveOf(before, browser);
    if (!session) throw new Error('A message of nobody was taken.');
    const { family, subject, key } = session;
    ledger.said.push({ text, browser, key, family, subject });
  }
  if (one.kind !== 'merge' || !one.accept) return;
  const session = liveOf(before, one.browser);
  const { offer } = sightOf(before, one.browser);
  if (session?.subject && offer) ledger.consents.push({ family: offer.family, subject: session.subject });
}

/** Nobody sees a line that is not their own: said as them, or said here and joined by their own word. */
function nothingLeaks(world: World, { said, consents }: Ledger): void {
  for (const { name } of world.browsers) {
    const session = liveOf(world, name);
    const { open, earlier } = sightOf(world, name);
    for (const { text } of [open, ...earlier].flatMap((one) => one?.lines ?? [])) {
      const entry = said.find((one) => one.text === text);
      if (!entry || !session) throw new Error(`${name} sees "${text}", which nobody said.`);
      const theirs =
        entry.subject === null
          ? (session.subject === null && entry.family === session.family) ||
            consents.some(({ family, subject }) => family === entry.family && subject === session.subject)
          : entry.subject === session.subject;
      expect(theirs, `${name} (${session.subject ?? 'anonymous'}) sees "${text}"`).toBe(true);
    }
  }
}

/** Each message that was taken is there, once, in the order it was said, and its author finds it again with a proof. */
function nothingIsLost(world: World, { said, consents }: Ledger): void {
  const lines = world.conversations.flatMap((one) => one.lines.map(({ text }) => text));
  expect([...lines].sort()).toEqual(said.map(({ text }) => text).sort());
  for (const { lines: own } of world.conversations) {
    const order = own.map(({ text }) => said.findIndex((one) => one.text === text));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }
  const [browser = ''] = browsers;
  for (const subject of subjects) {
    const [proven] = act({ ...world, tombstones: [] }, { kind: 'prove', browser, subject });
    const { open, earlier } = sightOf(proven, browser);
    const found = new Set([open, ...earlier].flatMap((one) => one?.lines.map(({ text }) => text) ?? []));
    for (const entry of said) {
      const theirs =
        entry.subject === subject ||
        (entry.subject === null &&
          consents.some((one) => one.family === entry.family && one.subject === subject));
      if (theirs) expect(found, `${subject} returns`).toContain(entry.text);
    }
  }
}

/** Wherever somebody stands, a fresh proof and an anonymous beginning open a session that may write. */
function thereIsAWayOut(world: World): void {
  for (const { name } of world.browsers) {
    const fresh = { ...world, now: new Date(world.now.getTime() + 1) };
    for (const way of [
      { kind: 'prove', browser: name, subject: 'ada' },
      { kind: 'open', browser: name },
    ] as const) {
      const attempt = { ...fresh, browsers: [{ ...browserOf(fresh, name), attemptAt: null }] };
      const [opened, answer] = act(attempt, way);
      expect(answer).toBe('ok');
      expect(act(opened, { kind: 'say', browser: name, text: 'Hello' })[1]).toBe('ok');
    }
  }
}

type Play = (world: World, one: Act) => ReturnType<typeof act>;

/** Plays random histories and looks after every step; answers how often each act was answered how. */
function tryAll(play: Play): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  const choices = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 40 });
  const property = fc.property(choices.map(historyOf), (history) => {
    let world = worldOf(begin, browsers);
    const ledger: Ledger = { said: [], consents: [] };
    for (const one of history) {
      const before = world;
      const [after, answer] = play(before, one);
      if (answer === 'ok') note(ledger, before, one);
      else expect(after.conversations).toEqual(before.conversations);
      kinds.set(`${one.kind}: ${answer}`, (kinds.get(`${one.kind}: ${answer}`) ?? 0) + 1);
      world = after;
      nothingLeaks(world, ledger);
    }
    nothingIsLost(world, ledger);
    thereIsAWayOut(world);
  });
  fc.assert(property, { numRuns: HISTORIES, seed });
  return kinds;
}

test(
  'in no history does anybody see a line of another, is a message lost, or does a state lead nowhere',
  PATIENCE,
  () => {
    const kinds = tryAll(act);
    // A model that is never refused, or never merges, has tried little.
    for (const what of [
      'say: ok',
      'merge: ok',
      'merge: merge_not_offered',
      'say: sending_held',
      'prove: session_ended',
    ])
      expect(kinds.get(what) ?? 0, what).toBeGreaterThan(20);
  },
);

/** What the histories must notice: each is a way to get it wrong. */
const faulty: Readonly<Record<string, Play>> = {
  'a proof takes over what was said anonymously without asking': (world, one) => {
    const [after, answer] = act(world, one);
    const session = one.kind === 'prove' ? liveOf(after, one.browser) : undefined;
    const { offer } = session ? sightOf(after, session.browser) : {};
    const joined = offer && { ...offer, offer: null, subject: session?.subject ?? null };
    return [joined ? withConversation(after, joined) : after, answer];
  },
  'another person goes on in the family of the one before': (world, one) => {
    const [after, answer] = act(world, one);
    if (one.kind !== 'prove' || answer !== 'ok') return [after, answer];
    const former = world.sessions.findLast(({ browser }) => browser === one.browser);
    const conversations = after.conversations.map((said) =>
      former && said.family === former.family ? { ...said, subject: one.subject, offer: null } : said,
    );
    return [{ ...after, conversations }, answer];
  },
  'what was written in the last minute goes with the session': (world, one) => {
    const [after, answer] = act(world, one);
    if (one.kind !== 'sign out') return [after, answer];
    return [{ ...after, conversations: after.conversations.slice(0, -1) }, answer];
  },
};

test.each(Object.keys(faulty))('the histories notice when %s', PATIENCE, (name) => {
  expect(() => tryAll(faulty[name] ?? act)).toThrow();
});
