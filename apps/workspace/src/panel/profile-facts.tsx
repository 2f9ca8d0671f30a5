'use client';

import type { Fact } from '@countersign/claims';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { PanelSection } from '../ui/panel-section';
import { ToldText } from '../ui/told-text';
import { useFactLabel } from './fact-label';
import { usePlainValue } from './plain-value';
import { Updated } from './updated';
import { useFresh } from './use-fresh';

function ProfileFact({ fact }: { fact: Fact }) {
  const factLabel = useFactLabel();
  const plainValue = usePlainValue();
  const fresh = useFresh(fact);
  return (
    <div
      data-testid={`profile-fact-${fact.name}`}
      className={classNames(
        '-mx-2 grid grid-cols-[104px_1fr] gap-x-2 rounded-control px-2 py-1 text-sm',
        fresh && 'mark-fresh',
      )}
    >
      <dt className="text-quiet">
        {factLabel(fact)} <Updated fresh={fresh} />
      </dt>
      <dd className="min-w-0">
        <ToldText text={plainValue(fact.value)} />
      </dd>
    </div>
  );
}

/** What people wrote about themselves at their issuer. It comes with the proof and is none. */
export function ProfileFacts({ facts, issuerLabel }: { facts: readonly Fact[]; issuerLabel: string | null }) {
  const { panel } = useWords();
  if (facts.length === 0) return null;
  const label = facts[0]?.provenance.issuerLabel ?? issuerLabel;
  return (
    <PanelSection title={panel.profile(label)} testid="profile-facts" note={panel.unchecked(label)}>
      <dl>
        {facts.map((fact) => (
          <ProfileFact key={fact.name} fact={fact} />
        ))}
      </dl>
    </PanelSection>
  );
}
