import type { Marks, Message } from '@countersign/contracts';

export type Reached = {
  /** How far a line of an agent has come at the consumer's side. */
  readonly of: (message: Message) => 'sent' | 'delivered' | 'read';
  /** Whether the word always stands there: on the last of those that came as far. */
  readonly stands: (message: Message) => boolean;
};

export function reachedOf(messages: readonly Message[], marks: Marks = { delivered: 0, read: 0 }): Reached {
  const of = ({ number }: Message) =>
    number <= marks.read ? 'read' : number <= marks.delivered ? 'delivered' : 'sent';
  const own = messages.filter(({ from }) => from === 'agent');
  const last = new Map(own.map((message) => [of(message), message.number]));
  return { of, stands: (message) => last.get(of(message)) === message.number };
}
