'use client';

import type { Found, SearchResult } from '@countersign/contracts';
import Link from 'next/link';
import { useWords } from '../settings/tongue';
import { ToldLine } from '../ui/told-line';
import { Ago } from '../ui/when';

function Snippet({ parts }: Pick<Found, 'parts'>) {
  let at = 0;
  return (
    <span dir="auto" className="line-clamp-2 overflow-clip text-sm wrap-anywhere [unicode-bidi:isolate]">
      {parts.map(({ text, hit }) => {
        at += text.length;
        return hit ? (
          <mark
            key={at}
            className="rounded-sm bg-accent-bg font-semibold text-ink underline underline-offset-2"
          >
            {text}
          </mark>
        ) : (
          <span key={at}>{text}</span>
        );
      })}
    </span>
  );
}

function Line({ found: { conversation, number, name, from, by, at, state, parts } }: { found: Found }) {
  const { search, identity, conversation: words } = useWords();
  const customer = name ?? identity.anonymousVisitor;
  return (
    <li>
      <Link
        href={`/conversations/${conversation}?at=${number}`}
        data-testid="found"
        className="flex flex-col gap-1 rounded-card border border-line bg-surface px-3 py-2 text-ink no-underline hover:bg-hover"
      >
        <span className="flex items-baseline gap-2 text-xs text-quiet">
          <span className="min-w-0 truncate font-medium text-ink grayscale">
            <ToldLine text={customer} limit={60} />
          </span>
          {from === 'agent' && <span className="min-w-0 truncate">{search.saidBy(by ?? words.agent)}</span>}
          {state === 'ended' && <span>{search.ended}</span>}
          <span className="ms-auto shrink-0">
            <Ago at={at} />
          </span>
        </span>
        <Snippet parts={parts} />
      </Link>
    </li>
  );
}

/** Newest first. */
export function FoundList({ result: { found, more } }: { result: SearchResult }) {
  const { search } = useWords();
  if (found.length === 0) return <p className="text-sm text-quiet">{search.none}</p>;
  return (
    <section aria-label={search.said}>
      <h2 className="text-xs font-medium text-quiet">{search.said}</h2>
      <ol className="mt-1 flex list-none flex-col gap-2 p-0">
        {found.map((one) => (
          <Line key={`${one.conversation}-${one.number}`} found={one} />
        ))}
      </ol>
      {more && <p className="mt-2 text-xs text-quiet">{search.more}</p>}
    </section>
  );
}
