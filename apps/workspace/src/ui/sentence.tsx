import { Fragment } from 'react';

/** A sentence of our own in which names of claims stand between backticks. */
export function Sentence({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
    );
}
