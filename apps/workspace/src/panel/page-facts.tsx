'use client';

import type { Fact } from '@countersign/claims';
import { classNames } from '../ui/class-names';
import { ToldText } from '../ui/told-text';
import { factLabel } from '../words/label';
import { plainValue } from './plain-value';
import { Updated } from './updated';
import { useFresh } from './use-fresh';

/** A value that the web page sent. Plain text, whatever it tries to look like. */
export function PageValue({ fact }: { fact: Fact }) {
  return <ToldText text={plainValue(fact.value)} className="text-sm text-ink" />;
}

function PageFact({ fact }: { fact: Fact }) {
  const fresh = useFresh(fact);
  return (
    <div
      data-testid={`page-fact-${fact.name}`}
      className={classNames('grid grid-cols-[104px_1fr] gap-x-2 overflow-clip py-1', fresh && 'mark-fresh')}
    >
      <dt className="text-sm wrap-anywhere text-quiet">
        <span className="sr-only">Claimed: </span>
        {factLabel(fact)} <Updated fresh={fresh} />
      </dt>
      <dd className="min-w-0">
        <PageValue fact={fact} />
      </dd>
    </div>
  );
}

/** What the page says of the consumer or of itself. */
export function PageFacts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <section data-testid="page-facts" className="border-t border-line px-4 py-3.5">
      <div className="border-l-2 border-dashed border-page-border pl-3">
        <h3 className="text-sm leading-5 font-semibold">From the page</h3>
        <p className="text-xs text-quiet">Sent by the web page. Not proof of anything.</p>
        <dl className="mt-2">
          {facts.map((fact) => (
            <PageFact key={fact.name} fact={fact} />
          ))}
        </dl>
      </div>
    </section>
  );
}
