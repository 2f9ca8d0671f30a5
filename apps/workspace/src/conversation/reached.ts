import type { Marks, Message } from '@countersign/contracts';

export type Reached = {
  /** How far a line of an agent has come at the consumer's side. */
  readonly wordOf: (message: Message) => string;
  /** Whether the word always stands there: on the last of those that came as far. */
  readonly stands: (message: Message) => boolean;
};

export function reachedOf(messages: readonly Message[], marks: Marks = { delivered: 0, read: 0 }): Reached {
  const wordOf = ({ number }: Message) =>
    number <= marks.read ? 'Read' : number <= marks.delivered ? 'Delivered' : 'Sent';
  const own = messages.filter(({ from }) => from === 'agent');
  const last = new Map(own.map((message) => [wordOf(message), message.number]));
  return { wordOf, stands: (message) => last.get(wordOf(message)) === message.number };
}
