import type { PageFacts } from '@countersign/claims';
import { answersOf } from './answers.js';
import { Attributes } from './attributes.js';
import { internalErrorCode } from './error-codes.js';
import { makeEvents } from './events.js';
import { Naming } from './identities.js';
import type { IdentityFunction, LpTag, NewPage, Sde } from './liveperson.js';
import { pageFactsOf } from './page-facts.js';

/** What the shim does to the chat. */
export type Chat = {
  readonly name: (subject: string | null) => void;
  readonly say: (facts: PageFacts) => void;
  readonly onRefused: (listener: (refusal: { reason: string; attempt: string | null }) => void) => void;
};

const sectionOf = (section: NewPage['section']): Sde[] =>
  section === undefined ? [] : [{ type: 'section', section }];
const listOf = (given: unknown): readonly unknown[] => (Array.isArray(given) ? given : []);
const isFunction = (one: unknown): one is IdentityFunction => typeof one === 'function';
const nothing = () => undefined;

/** Takes over what a page has put on `lpTag`, and answers to it from now on. The object stays the page's own. */
export function install(tag: Partial<LpTag>, chat: Chat): { begin(): void } {
  let named: string | null | undefined;
  let saidBefore: ReadonlySet<Sde> = new Set();
  const attributes = new Attributes((sdes) => chat.say(pageFactsOf(sdes)));
  const naming = new Naming((subject) => {
    // What was said of one person is not said of the next.
    if (typeof named === 'string' && named !== subject) attributes.forget(saidBefore);
    named = subject;
    chat.name(subject);
  });
  // A page without a function has not said that nobody is signed in, unless it had one before.
  const ask = () => {
    const functions = listOf(tag.identities).filter(isFunction);
    saidBefore = new Set(attributes.get());
    if (functions.length > 0 || named !== undefined) naming.ask(functions);
  };
  const waiting = listOf(tag.sdes);
  const events = makeEvents();
  Object.assign(tag, {
    identities: listOf(tag.identities),
    sdes: { push: attributes.push, send: attributes.send, get: attributes.get },
    events,
    countersign: { code: answersOf('code'), implicit: answersOf('implicit') },
    newPage(_url: string, { section, sdes }: NewPage = {}) {
      ask();
      attributes.turnPage();
      attributes.push(...sectionOf(section), ...listOf(sdes));
    },
    // The chat begins by itself.
    init: nothing,
    start: nothing,
  });
  chat.onRefused(({ reason, attempt }) => {
    const data = { internalErrorCode: internalErrorCode(reason), reason, attempt };
    events.trigger({ appName: 'countersign', eventName: 'refused', data });
  });
  attributes.push(...sectionOf(tag.section), ...waiting);
  return { begin: ask };
}
