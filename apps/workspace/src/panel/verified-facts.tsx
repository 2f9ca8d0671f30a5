import { catalogue, type Fact, type FactGroup, groupOf } from '@countersign/claims';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { PanelSection } from '../ui/panel-section';
import { Seal } from '../ui/seal';
import { FactRow } from './fact-row';
import { WideFact } from './wide-fact';
import { wideValueOf } from './wide-value';

const groups: readonly FactGroup[] = ['identity', 'account', 'package', 'billing', 'other', 'page'];

const order = Object.keys(catalogue);

/** As the catalogue names them; a brand's own facts after those. */
const inOrder = (facts: readonly Fact[]): readonly Fact[] => {
  const place = ({ name }: Fact) => (order.includes(name) ? order.indexOf(name) : order.length);
  return facts.toSorted((one, other) => place(one) - place(other));
};

function KnownFact({ fact, sayBy }: { fact: Fact; sayBy: boolean }) {
  const wide = wideValueOf(fact);
  if (wide) return <WideFact fact={fact}>{wide}</WideFact>;
  return (
    <dl>
      <FactRow fact={fact} sayBy={sayBy} />
    </dl>
  );
}

function Group({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const { identity } = useWords();
  // One line for several facts where all agree; otherwise each speaks for itself.
  const lines = new Set(facts.map(({ provenance }) => identity.vouchedBy(provenance)));
  const by = lines.size === 1 ? ([...lines][0] ?? null) : null;
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
  const { panel } = useWords();
  const known = facts.filter(({ sealed, provenance }) => sealed && provenance.source !== 'page');
  if (known.length === 0) return null;
  return (
    <PanelSection
      title={
        <span className={classNames('flex items-center gap-1.5', asOf ? 'text-quiet' : 'text-verified-ink')}>
          <span aria-hidden className={asOf ? 'inline-flex grayscale' : 'inline-flex'}>
            <Seal size={15} />
          </span>
          {panel.verified}
        </span>
      }
      testid="verified-facts"
      note={asOf ?? panel.proven}
      rail={asOf ? 'border-control' : 'border-verified-border'}
    >
      <div className={asOf ? 'flex flex-col gap-3 opacity-80 grayscale' : 'flex flex-col gap-3'}>
        {groups.map((group) => {
          const some = inOrder(known.filter(({ name }) => groupOf(name) === group));
          return some.length > 0 && <Group key={group} title={panel.groups[group]} facts={some} />;
        })}
      </div>
    </PanelSection>
  );
}
