import { cardBodyOf, type Earlier } from '@countersign/chat-client';
import type { Message } from '@countersign/contracts';
import { make } from '../element.js';
import { isRtl } from '../language.js';
import { say, spoken } from '../words/index.js';
import { lineOf as cardLine } from './cards/card-words.js';
import { eventWords } from './event-words.js';
import { sizeOf } from './files.js';
import { dayOf, isSameDay, momentOf } from './time.js';

const STYLE = `body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color-scheme:light dark}
h1{font-size:1.4rem}h2{font-size:1rem;margin-top:2rem}p{margin:.2rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
article{margin:1rem 0}header,.event,.saved{opacity:.75;font-size:.875rem}`;

/** Who, when, and whether it was confirmed then who was writing. */
function headOf({ from, by, at, stamp }: Message): HTMLElement {
  const who = from === 'consumer' ? say('you') : (by ?? say('agent'));
  const isVerified = stamp?.assurance === 'verified' || stamp?.assurance === 'due';
  const how = from === 'consumer' ? ` · ${say(isVerified ? 'verifiedLine' : 'notVerifiedLine')}` : '';
  return make('header', {}, make('bdi', {}, who), ' · ', make('time', { datetime: at }, momentOf(at)), how);
}

function lineOf(message: Message, brand: string): HTMLElement {
  if (message.from === 'system')
    return make('p', { class: 'event' }, `${momentOf(message.at)} · ${eventWords(message)}`);
  const { attachment: file, text, card } = message;
  return make(
    'article',
    {},
    headOf(message),
    text ? make('p', { dir: 'auto' }, text) : null,
    card && make('p', { dir: 'auto' }, cardLine(card, cardBodyOf(card), brand)),
    file && make('p', {}, say('attachedFile', { name: file.name, size: sizeOf(file.bytes) })),
  );
}

const linesOf = ({ messages }: Earlier, brand: string): HTMLElement[] =>
  messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const line = lineOf(message, brand);
    return before && isSameDay(before.at, message.at) ? [line] : [make('h2', {}, dayOf(message.at)), line];
  });

/** One file that needs nothing else. What people wrote enters as text, so no markup of theirs is any. */
export function transcriptOf(whole: readonly Earlier[], brand: string, now: Date): string {
  const page = document.implementation.createHTMLDocument(say('transcriptOf', { brand }));
  page.documentElement.lang = spoken();
  page.documentElement.dir = isRtl(spoken()) ? 'rtl' : 'ltr';
  page.head.prepend(make('meta', { charset: 'utf-8' }));
  page.head.append(
    make('meta', {
      'http-equiv': 'content-security-policy',
      content: "default-src 'none'; style-src 'unsafe-inline'",
    }),
    make('style', {}, STYLE),
  );
  page.body.append(
    make('h1', {}, say('transcriptOf', { brand })),
    make('p', { class: 'saved' }, say('transcriptSaved', { brand, date: momentOf(now.toISOString()) })),
    ...whole.map((one) => make('section', {}, ...linesOf(one, brand))),
  );
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

/** As a file of this device. */
export function saveAs(name: string, content: string): void {
  const href = URL.createObjectURL(new Blob([content], { type: 'text/html;charset=utf-8' }));
  make('a', { href, download: name }).click();
  // The browser has taken it by then, or never will.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
