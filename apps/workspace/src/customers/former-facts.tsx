import type { FormerFact } from '@countersign/contracts';
import { useFactLabel } from '../panel/fact-label';
import { useKnownValue } from '../panel/plain-value';
import { wideValueOf } from '../panel/wide-value';
import { useWords } from '../settings/tongue';
import { Fold } from '../ui/fold';
import { PanelSection } from '../ui/panel-section';
import { ToldText } from '../ui/told-text';
import { Ago } from '../ui/when';

const SHOWN = 4;

function Former({ fact, replacedAt }: FormerFact) {
  const { customers, identity } = useWords();
  const label = useFactLabel()(fact);
  const knownValue = useKnownValue();
  return (
    <li className="py-2 first:pt-0 last:pb-0" data-testid={`former-${fact.name}`}>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-quiet">
        <span>
          <span className="font-semibold text-ink">{label}</span> {identity.vouchedBy(fact.provenance)}
        </span>
        <span>
          {customers.formerUntil} <Ago at={replacedAt} />
        </span>
      </p>
      <div className="mt-0.5 text-sm">{wideValueOf(fact) ?? <ToldText text={knownValue(fact)} />}</div>
    </li>
  );
}

const List = ({ facts }: { facts: readonly FormerFact[] }) => (
  <ol className="list-none divide-y divide-line p-0">
    {facts.map(({ fact, replacedAt }) => (
      <Former
        key={`${fact.name} ${fact.provenance.source} ${fact.provenance.at} ${replacedAt}`}
        fact={fact}
        replacedAt={replacedAt}
      />
    ))}
  </ol>
);

/** What verified facts said until they said something else. No seal: nobody says so now. */
export function FormerFacts({ facts }: { facts: readonly FormerFact[] }) {
  const { customers, panel } = useWords();
  if (facts.length === 0) return null;
  const more = facts.slice(SHOWN);
  return (
    <PanelSection title={customers.former} note={customers.formerNote} testid="former-facts">
      <List facts={facts.slice(0, SHOWN)} />
      {more.length > 0 && (
        <Fold title={panel.earlier(more.length)}>
          <List facts={more} />
        </Fold>
      )}
    </PanelSection>
  );
}
