import type { Act } from './acts.js';

export const browsers = ['laptop', 'phone', 'library'] as const;
export const subjects = ['ada', 'ben'] as const;
/** Around every edge there is: attempt, offer, merge, due, stale, the end of the grace, and a week. */
const minutes = [1, 5, 9, 11, 29, 31, 47, 49, 59, 61, 69, 71, 10_080] as const;

/** Three numbers, each 0 or more: what is done, by whom, and how. */
export type Choice = readonly [what: number, who: number, how: number];

const pick = <One>(from: readonly [One, ...One[]], at: number): One => from[at % from.length] ?? from[0];
const say = (browser: string): Act => ({ kind: 'say', browser, text: '' });

type Part = (browser: (typeof browsers)[number], how: number) => readonly Act[];

const says: Part = (browser) => [say(browser)];
const proves: Part = (browser, how) => [{ kind: 'prove', browser, subject: pick(subjects, how) }];
const opens: Part = (browser) => [{ kind: 'open', browser }];
const waits: Part = (_browser, how) => [{ kind: 'wait', minutes: pick(minutes, how) }];
const reloads: Part = (browser, how) => [
  { kind: 'reload', browser, named: pick([null, ...subjects, ...subjects], how) },
];
const merges: Part = (browser, how) => [{ kind: 'merge', browser, accept: how % 2 === 0 }];
/** What leads to an offer is rare by chance alone; so is somebody who writes in the minutes after their proof. */
const becomesKnown: Part = (browser, how) => [
  { kind: 'open', browser },
  say(browser),
  { kind: 'prove', browser, subject: pick(subjects, how) },
  { kind: 'merge', browser, accept: how % 3 !== 0 },
];
const growsOld: Part = (browser, how) => [
  { kind: 'prove', browser, subject: pick(subjects, how) },
  { kind: 'wait', minutes: pick([49, 61, 69], how) },
  say(browser),
];
/** Signed out everywhere while a proof was on its way. */
const comesLate: Part = (browser, how) => [
  { kind: 'begin', browser },
  { kind: 'log out', subject: pick(subjects, how) },
  { kind: 'prove', browser, subject: pick(subjects, how) },
];
const leaves: Part = (browser, how) => [
  { kind: 'prove', browser, subject: pick(subjects, how) },
  say(browser),
  pick<Act>(
    [
      { kind: 'sign out', browser },
      { kind: 'end', browser },
      { kind: 'reload', browser, named: null },
    ],
    how,
  ),
];
const rare: Part = (browser, how) => [
  pick<Act>(
    [
      { kind: 'begin', browser },
      { kind: 'end', browser },
      { kind: 'sign out', browser },
      { kind: 'log out', subject: pick(subjects, Math.floor(how / 4)) },
    ],
    how,
  ),
];

/** As often as they stand here. */
const parts: readonly [Part, ...Part[]] = [
  says,
  says,
  says,
  says,
  proves,
  proves,
  opens,
  waits,
  waits,
  reloads,
  merges,
  becomesKnown,
  growsOld,
  comesLate,
  leaves,
  rare,
];

/** A history of a few browsers and two people. Its messages are told apart by their numbers. */
export const historyOf = (choices: readonly Choice[]): readonly Act[] =>
  choices
    .flatMap(([what, who, how]) => pick(parts, what)(pick(browsers, who), how))
    .map((one, index) => (one.kind === 'say' ? { ...one, text: `line ${index}` } : one));
