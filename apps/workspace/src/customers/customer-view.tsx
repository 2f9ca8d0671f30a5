'use client';

import type { CustomerDetail } from '@countersign/contracts';
import { useCallback, useEffect, useState } from 'react';
import type { Trouble } from '../api/answer';
import { customersClient } from '../api/customers.client';
import { ViewHead } from '../list-detail/view-head';
import { Conflicts } from '../panel/conflicts';
import { History } from '../panel/history';
import { PageFacts } from '../panel/page-facts';
import { ProfileFacts } from '../panel/profile-facts';
import { VerifiedFacts } from '../panel/verified-facts';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Coming } from '../ui/coming';
import { DeadEnd } from '../ui/dead-end';
import { Failed } from '../ui/failed';
import { PersonName } from '../ui/person-name';
import { CustomerActs } from './customer-acts';
import { CustomerCard } from './customer-card';
import { CustomerConversations } from './customer-conversations';
import { CustomerSessions } from './customer-sessions';
import { FormerFacts } from './former-facts';
import { FormerPages } from './former-pages';

function Missing() {
  const { customers } = useWords();
  return (
    <DeadEnd title={customers.missing} to="/customers" toLabel={customers.toList}>
      {customers.missingText}
    </DeadEnd>
  );
}

/** What is verified on one side, what pages say on the other: never in one list. */
function Known({ detail }: { detail: CustomerDetail }) {
  const { conversation, formats, panel } = useWords();
  const { verified, page, conflicts, sessions } = detail.facts;
  const holds = sessions.some(({ assurance }) => assurance === 'verified' || assurance === 'due');
  const latest = verified
    .map(({ provenance }) => provenance.at)
    .toSorted()
    .at(-1);
  const asOf = holds || latest === undefined ? null : panel.asOf(formats.dateTime(latest));
  const unsealed = verified.filter(({ sealed }) => !sealed);
  return (
    <div className="rounded-card border border-line bg-surface [&>section:first-of-type]:border-t-0">
      <h2 className="sr-only">{conversation.identity}</h2>
      <VerifiedFacts facts={verified} asOf={asOf} />
      <ProfileFacts facts={unsealed} issuerLabel={detail.customer.issuerLabel} />
      <PageFacts facts={page.facts.map(({ fact }) => fact)} conflicts={conflicts} />
      <Conflicts conflicts={conflicts} holds={holds} />
      <FormerFacts facts={detail.former} />
      <FormerPages pages={detail.formerPages} />
    </div>
  );
}

function Shown({ detail, onChange }: { detail: CustomerDetail; onChange: () => void }) {
  const { customers } = useWords();
  const { customer } = detail;
  return (
    <>
      <ViewHead
        back="/customers"
        backLabel={customers.toList}
        title={
          customer.name === null ? (
            customer.subject
          ) : (
            <PersonName
              name={customer.name}
              nameSealed={customer.nameSealed}
              issuerLabel={customer.issuerLabel}
            />
          )
        }
      >
        <CustomerActs detail={detail} onChange={onChange} />
      </ViewHead>
      <div className="grid gap-4 px-4 py-4 pane:px-6 wide:grid-cols-2" data-testid="customer">
        <div className="flex min-w-0 flex-col gap-4">
          <CustomerCard detail={detail} />
          <Known detail={detail} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <CustomerSessions sessions={detail.facts.sessions} />
          <CustomerConversations conversations={detail.conversations} />
          {detail.history.length > 0 && (
            <div className="rounded-card border border-line bg-surface [&>section]:border-t-0">
              <History events={detail.history} />
            </div>
          )}
        </div>
      </div>
    </>
  );
}

/** One customer: who they are and who says so, where they are signed in, and what was talked about. */
export function CustomerView({ id }: { id: string }) {
  const { apiUrl } = useSettings();
  const { customers } = useWords();
  const [detail, setDetail] = useState<CustomerDetail | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const read = useCallback(() => {
    void customersClient(apiUrl)
      .look(id)
      .then((answer) => {
        setDetail(answer.ok ? answer.value : null);
        setTrouble(answer.ok ? null : answer.trouble);
      });
  }, [apiUrl, id]);
  useEffect(read, [read]);
  if (trouble?.code === 'consumer_not_found' || trouble?.code === 'request_malformed') return <Missing />;
  if (trouble) return <Failed level="h1" title={customers.failed} trouble={trouble} onRetry={read} />;
  if (!detail)
    return (
      <Coming title={customers.loading}>
        <p aria-hidden className="p-6 text-sm text-quiet">
          {customers.loading}
        </p>
      </Coming>
    );
  return <Shown detail={detail} onChange={read} />;
}
