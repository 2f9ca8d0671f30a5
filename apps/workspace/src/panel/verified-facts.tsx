import { billing, catalogue, type Fact, type FactGroup, groupOf, packageDetails } from '@countersign/claims';
import { PanelSection } from '../ui/panel-section';
import { together } from '../words/provenance';
import { BillingTable } from './billing-table';
import { FactRow } from './fact-row';
import { PackageCard } from './package-card';
import { WideFact } from './wide-fact';

const groups: readonly { group: FactGroup; title: string }[] = [
  { group: 'identity', title: 'Identity' },
  { group: 'account', title: 'Account' },
  { group: 'package', title: 'Package' },
  { group: 'billing', title: 'Billing' },
  { group: 'other', title: 'More' },
  { group: 'page', title: 'More' },
];

const order = Object.keys(catalogue);

/** As the catalogue names them; a brand's own facts after those. */
const inOrder = (facts: readonly Fact[]): readonly Fact[] => {
  const place = ({ name }: Fact) => (order.includes(name) ? order.indexOf(name) : order.length);
  return facts.toSorted((one, other) => place(one) - place(other));
};

function KnownFact({ fact, sayBy }: { fact: Fact; sayBy: boolean }) {
  if (fact.name === 'package') {
    const details = packageDetails.safeParse(fact.value);
    if (details.success)
      return (
        <WideFact fact={fact}>
          <PackageCard details={details.data} />
        </WideFact>
      );
  }
  if (fact.name === 'billing') {
    const bills = billing.safeParse(fact.value);
    if (bills.success)
      return (
        <WideFact fact={fact}>
          <BillingTable billing={bills.data} />
        </WideFact>
      );
  }
  return (
    <dl>
      <FactRow fact={fact} sayBy={sayBy} />
    </dl>
  );
}

function Group({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const by = together(facts.map(({ provenance }) => provenance));
  return (
    <div>
      <h4 className="mb-1 flex items-baseline gap-1.5 text-xs text-quiet">
        <span className="font-semibold text-ink">{title}</span>
        {by}
      </h4>
      {facts.map((fact) => (
        <KnownFact key={fact.name} fact={fact} sayBy={by === null} />
      ))}
    </div>
  );
}

/** What is verified, by a source that is authoritative for it. The only place of the panel's seals, beside the name and conflicts. */
export function VerifiedFacts({ facts, asOf }: { facts: readonly Fact[]; asOf: string | null }) {
  const known = facts.filter(({ sealed, provenance }) => sealed && provenance.source !== 'page');
  if (known.length === 0) return null;
  return (
    <PanelSection title="Verified" testid="verified-facts" note={asOf}>
      <div className={asOf ? 'flex flex-col gap-3 opacity-80 grayscale' : 'flex flex-col gap-3'}>
        {groups.map(({ group, title }) => {
          const some = inOrder(known.filter(({ name }) => groupOf(name) === group));
          return some.length > 0 && <Group key={group} title={title} facts={some} />;
        })}
      </div>
    </PanelSection>
  );
}
