'use client';

import { type CustomerSummary, NAMES_SEARCHED } from '@countersign/contracts';
import { Search, SearchX, Users } from 'lucide-react';
import { useParams } from 'next/navigation';
import { useState } from 'react';
import { ListRow } from '../list-detail/list-row';
import { Rows } from '../list-detail/rows';
import { useWords } from '../settings/tongue';
import { Empty } from '../ui/empty';
import { Failed } from '../ui/failed';
import { PersonName } from '../ui/person-name';
import { ToldLine } from '../ui/told-line';
import { Ago } from '../ui/when';
import { useCustomers } from './use-customers';

function Row({ customer, current }: { customer: CustomerSummary; current: boolean }) {
  const { customers } = useWords();
  const { id, name, nameSealed, subject, since, here } = customer;
  return (
    <ListRow href={`/customers/${id}`} testid="customer-row" current={current}>
      <span className="flex items-baseline justify-between gap-2">
        <span className="flex min-w-0 text-base font-medium">
          {name === null ? (
            <ToldLine text={subject} limit={60} />
          ) : (
            <PersonName name={name} nameSealed={nameSealed} />
          )}
        </span>
        <span className="shrink-0 text-xs text-quiet">
          <Ago at={since} />
        </span>
      </span>
      <span className="flex items-baseline justify-between gap-2 text-xs text-quiet">
        <code className="min-w-0 truncate">
          <ToldLine text={subject} limit={60} />
        </code>
        {here && <span className="shrink-0">{customers.here}</span>}
      </span>
    </ListRow>
  );
}

function Found({ search }: { search: string }) {
  const { customers } = useWords();
  const { list, trouble, reload } = useCustomers(search);
  const { customer: current } = useParams<{ customer?: string }>();
  if (trouble) return <Failed title={customers.failed} trouble={trouble} onRetry={reload} />;
  if (!list)
    return (
      <p className="p-4 text-sm text-quiet" role="status">
        {customers.loading}
      </p>
    );
  if (list.customers.length === 0)
    return search === '' ? (
      <Empty icon={Users} title={customers.none}>
        {customers.noneText}
      </Empty>
    ) : (
      <Empty icon={SearchX} title={customers.notFound}>
        {customers.notFoundText}
      </Empty>
    );
  return (
    <Rows testid="customers" items={list.customers} keyOf={({ id }) => id}>
      {(customer) => <Row customer={customer} current={customer.id === current} />}
    </Rows>
  );
}

/** Who came last, or who is found. */
export function CustomerList() {
  const { customers } = useWords();
  const [search, setSearch] = useState('');
  return (
    <>
      <search className="border-b border-line px-4 py-3">
        <label className="relative block">
          <span className="sr-only">{customers.search}</span>
          <Search aria-hidden size={14} className="absolute inset-y-0 start-2.5 my-auto text-quiet" />
          <input
            type="search"
            data-testid="find-customer"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            placeholder={customers.searchHint}
            aria-describedby="how-customers-are-found"
            className="h-8 w-full rounded-control border border-control bg-surface ps-8 pe-2 text-sm"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
        <p id="how-customers-are-found" className={search === '' ? 'sr-only' : 'mt-1.5 text-xs text-quiet'}>
          {customers.searchNote(NAMES_SEARCHED)}
        </p>
      </search>
      <Found search={search.trim()} />
    </>
  );
}
