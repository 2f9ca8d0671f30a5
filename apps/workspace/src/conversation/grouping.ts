import type { Message, Note } from '@countersign/contracts';
import { sameDay } from '../words/time';

/** What stands in a transcript, from top to bottom. */
export type Item =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'note'; readonly key: string; readonly note: Note }
  | { readonly kind: 'event'; readonly key: string; readonly message: Message }
  | { readonly kind: 'group'; readonly key: string; readonly messages: readonly [Message, ...Message[]] };

const minuteOf = ({ at }: Message) => Math.floor(Date.parse(at) / 60_000);

const belongs = (message: Message, last: Message) =>
  message.from === last.from && message.by === last.by && minuteOf(message) === minuteOf(last);

/**
 * Groups messages by speaker and minute, with a heading where a day begins. Notes stand after the line at which they were
 * written; those of lines that are not here wait until these are.
 */
export function grouped(messages: readonly Message[], notes: readonly Note[] = []): readonly Item[] {
  const items: Item[] = [];
  const first = messages[0]?.number ?? 1;
  let waiting = notes.filter(({ after }) => after >= first);
  const place = (before: number) => {
    const here = waiting.filter(({ after }) => after < before);
    waiting = waiting.slice(here.length);
    items.push(...here.map((note) => ({ kind: 'note', key: note.id, note }) as const));
  };
  let previous: Message | undefined;
  for (const message of messages) {
    if (waiting.length > 0) place(message.number);
    if (!previous || !sameDay(previous.at, message.at))
      items.push({ kind: 'day', key: `day-${message.number}`, at: message.at });
    const last = items.at(-1);
    if (message.from === 'system') items.push({ kind: 'event', key: message.id, message });
    else if (last?.kind === 'group' && previous && belongs(message, previous))
      items[items.length - 1] = { ...last, messages: [...last.messages, message] };
    else items.push({ kind: 'group', key: message.id, messages: [message] });
    previous = message;
  }
  place(Number.POSITIVE_INFINITY);
  return items;
}
