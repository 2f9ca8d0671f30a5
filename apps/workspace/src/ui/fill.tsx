import { Fragment, type ReactNode } from 'react';

/** A sentence of the dictionary, with what stands in its `{places}`: a language puts them where its grammar wants. */
export function Fill({ text, ...parts }: { text: string } & Readonly<Record<string, ReactNode>>) {
  return text
    .split(/\{(\w+)\}/)
    .map((part, index) => <Fragment key={index}>{index % 2 === 1 ? parts[part] : part}</Fragment>);
}
