import type { CustomerDetail } from '@countersign/contracts';
import { useWords } from '../settings/tongue';
import { Copyable } from '../ui/copy';
import { ToldText } from '../ui/told-text';
import { Ago } from '../ui/when';

/** By what the brand's systems know them. */
export function CustomerCard({ detail: { customer, facts } }: { detail: CustomerDetail }) {
  const { customers } = useWords();
  return (
    <section
      aria-label={customers.subject}
      className="rounded-card border border-line bg-surface px-4 py-3.5"
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1 text-sm">
        <dt className="text-quiet">{customers.subject}</dt>
        <dd>
          <Copyable text={facts.consumer.subject} label={customers.copySubject} />
        </dd>
        <dt className="text-quiet">{customers.issuer}</dt>
        <dd className="text-xs">
          <ToldText text={facts.consumer.issuer} />
        </dd>
        <dt className="text-quiet">{customers.id}</dt>
        <dd>
          <Copyable text={customer.id} label={customers.copyId} />
        </dd>
      </dl>
      <p className="mt-2 text-xs text-quiet">
        {customers.since}
        <Ago at={customer.since} />. {customers.lookNoted}
      </p>
    </section>
  );
}
