'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useMe } from '../desk/desk-context';
import { leads } from '../desk/roles';
import { useWords } from '../settings/tongue';
import { FoundList } from './found-list';
import { People } from './people';
import { type Search, useSearch } from './use-search';

function Outcome({ search }: { search: Search }) {
  const words = useWords();
  const { agent } = useMe();
  switch (search.state) {
    case 'asking':
      return <div aria-busy className="skeleton h-16" />;
    case 'failed':
      return (
        <p role="alert" className="text-sm text-revoked-ink">
          {words.trouble(search.trouble)}
        </p>
      );
    case 'nothing':
      return (
        <p className="text-sm text-quiet">{leads(agent) ? words.search.hintForLeads : words.search.hint}</p>
      );
    case 'found':
      return <FoundList result={search.result} />;
  }
}

function Told({ search }: { search: Search }) {
  const words = useWords();
  return (
    <p role="status" className="sr-only">
      {search.state === 'found' && words.search.count(search.result.found.length)}
    </p>
  );
}

/** What was said, and customers by their name. Each opens where it stands. */
export function SearchView() {
  const { search: words, conversation } = useWords();
  const [typed, setTyped] = useState('');
  const search = useSearch(typed);
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 pane:px-6">
        <Link
          href="/conversations"
          aria-label={conversation.back}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-control text-quiet hover:bg-hover hover:text-ink pane:hidden"
        >
          <ArrowLeft aria-hidden size={16} className="rtl:-scale-x-100" />
        </Link>
        <h1 className="text-base font-semibold">{words.title}</h1>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4 pane:px-6">
        <search className="mx-auto flex max-w-[720px] flex-col gap-4">
          <input
            // biome-ignore lint/a11y/noAutofocus: the page is this field, and whoever came here came to type in it
            autoFocus
            type="search"
            dir="auto"
            aria-label={words.field}
            placeholder={words.field}
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            data-testid="search-field"
            className="h-10 w-full rounded-control border border-control bg-surface px-3 text-base placeholder:text-quiet"
          />
          <Told search={search} />
          <People typed={typed} />
          <Outcome search={search} />
        </search>
      </div>
    </div>
  );
}
