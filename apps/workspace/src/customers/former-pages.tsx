import type { CustomerDetail } from '@countersign/contracts';
import { useFactLabel } from '../panel/fact-label';
import { PageSection, PageValue } from '../panel/page-facts';
import { useWords } from '../settings/tongue';
import { Fold } from '../ui/fold';
import { Ago } from '../ui/when';

type Page = CustomerDetail['formerPages'][number];

function Said({ page }: { page: Page }) {
  const { customers } = useWords();
  const factLabel = useFactLabel();
  return (
    <li className="py-2 first:pt-0 last:pb-0" data-testid="former-page">
      <p className="text-xs text-quiet">
        {customers.formerUntil} <Ago at={page.endedAt} />
      </p>
      <dl className="mt-0.5">
        {page.facts.map((fact) => (
          <div key={fact.name} className="grid grid-cols-[104px_1fr] gap-x-2 py-0.5">
            <dt className="text-sm wrap-anywhere text-quiet">{factLabel(fact)}</dt>
            <dd className="min-w-0">
              <PageValue fact={fact} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** What pages said in browsers that are signed in no more: never among what was verified, and behind a fold. */
export function FormerPages({ pages }: { pages: readonly Page[] }) {
  const { customers } = useWords();
  if (pages.length === 0) return null;
  return (
    <PageSection title={customers.formerPages} note={customers.formerPagesNote} testid="former-pages">
      <Fold title={customers.visits(pages.length)}>
        <ol className="list-none divide-y divide-line p-0">
          {pages.map((page) => (
            <Said key={page.session} page={page} />
          ))}
        </ol>
      </Fold>
    </PageSection>
  );
}
