'use client';

import type { Conflict, Fact } from '@countersign/claims';
import { Globe, Split } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { ToldText } from '../ui/told-text';
import { useFactLabel } from './fact-label';
import { usePlainValue } from './plain-value';
import { Updated } from './updated';
import { useFresh } from './use-fresh';

/** A value that the web page sent. Plain text, whatever it tries to look like. */
export function PageValue({ fact }: { fact: Fact }) {
  return <ToldText text={usePlainValue()(fact.value)} className="text-sm text-ink" />;
}

function PageFact({ fact, disputed }: { fact: Fact; disputed: boolean }) {
  const { panel } = useWords();
  const factLabel = useFactLabel();
  const fresh = useFresh(fact);
  return (
    <div
      data-testid={`page-fact-${fact.name}`}
      className={classNames('grid grid-cols-[104px_1fr] gap-x-2 overflow-clip py-1', fresh && 'mark-fresh')}
    >
      <dt className="text-sm wrap-anywhere text-quiet">
        <span className="sr-only">{panel.claimed}</span>
        {factLabel(fact)} <Updated fresh={fresh} />
      </dt>
      <dd className="min-w-0">
        <PageValue fact={fact} />
        {disputed && (
          <span className="flex items-center gap-1 text-xs text-conflict-ink">
            <Split aria-hidden size={11} className="shrink-0" />
            {panel.disputed}
          </span>
        )}
      </dd>
    </div>
  );
}

/** What pages say: apart from what is verified, by a line of its own, a sign and a sentence. */
export function PageSection({
  title,
  note,
  testid,
  children,
}: {
  title: string;
  note: string;
  testid: string;
  children: ReactNode;
}) {
  return (
    <section data-testid={testid} className="border-t border-line px-4 py-3.5">
      <div className="border-s-2 border-dashed border-page-border ps-3">
        <h3 className="flex items-center gap-1.5 text-sm leading-5 font-semibold">
          <Globe aria-hidden size={14} className="shrink-0 text-quiet" />
          {title}
        </h3>
        <p className="text-xs text-quiet">{note}</p>
        <div className="mt-2">{children}</div>
      </div>
    </section>
  );
}

/** What the page says of the consumer or of itself. */
export function PageFacts({ facts, conflicts }: { facts: readonly Fact[]; conflicts: readonly Conflict[] }) {
  const { panel } = useWords();
  if (facts.length === 0) return null;
  return (
    <PageSection title={panel.fromThePage} note={panel.noProof} testid="page-facts">
      <dl>
        {facts.map((fact) => (
          <PageFact key={fact.name} fact={fact} disputed={conflicts.some(({ name }) => name === fact.name)} />
        ))}
      </dl>
    </PageSection>
  );
}
