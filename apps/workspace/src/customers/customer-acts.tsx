'use client';

import type { CustomerDetail } from '@countersign/contracts';
import { Download } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Answer } from '../api/answer';
import { customersClient } from '../api/customers.client';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { MoreMenu } from '../ui/more-menu';

function save(name: string, value: unknown): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

type Asked = 'sign-out' | 'erase';

/** What cannot be taken back is asked first, and says what goes. */
function CustomerAsks({
  detail,
  asked,
  onAsk,
  onSignOut,
  onErase,
}: {
  detail: CustomerDetail;
  asked: Asked | null;
  onAsk: (what: Asked | null) => void;
  onSignOut: () => Promise<void>;
  onErase: () => Promise<void>;
}) {
  const { customers } = useWords();
  const asking = (what: Asked) => ({
    open: asked === what,
    onOpenChange: (open: boolean) => onAsk(open ? what : null),
  });
  return (
    <>
      <Confirm
        title={customers.signOutAsk}
        text={customers.signOutText}
        action={customers.signOut}
        onConfirm={() => void onSignOut()}
        {...asking('sign-out')}
      />
      <Confirm
        title={customers.eraseAsk}
        text={customers.eraseText(detail.conversations.length, detail.facts.verified.length)}
        action={customers.eraseAct}
        onConfirm={() => void onErase()}
        {...asking('erase')}
      />
    </>
  );
}

/** What a lead may do for a customer. */
export function CustomerActs({ detail, onChange }: { detail: CustomerDetail; onChange: () => void }) {
  const { apiUrl } = useSettings();
  const { customers, trouble } = useWords();
  const router = useRouter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [told, setTold] = useState('');
  const { id } = detail.customer;
  const client = customersClient(apiUrl);

  const act = async <Value,>(work: () => Promise<Answer<Value>>, done: (value: Value) => string) => {
    const answer = await work();
    setTold(answer.ok ? done(answer.value) : trouble(answer.trouble));
  };
  const exported = () =>
    act(
      () => client.export(id),
      (value) => {
        save(`customer-${id}.json`, value);
        return '';
      },
    );
  const signOut = () =>
    act(
      () => client.signOut(id),
      ({ ended }) => {
        onChange();
        return customers.signedOut(ended);
      },
    );
  const erase = () =>
    act(
      () => client.erase(id),
      () => {
        router.push('/customers');
        return '';
      },
    );
  return (
    <>
      <span role="status" className="text-xs text-quiet" data-testid="customer-told">
        {told}
      </span>
      <Button onClick={() => void exported()} data-testid="export-customer">
        <Download aria-hidden size={14} />
        {customers.export}
      </Button>
      <MoreMenu
        label={customers.more}
        testid="customer-menu"
        acts={[
          { text: customers.signOut, testid: 'sign-customer-out', run: () => setAsked('sign-out') },
          { text: customers.erase, testid: 'erase-customer', grave: true, run: () => setAsked('erase') },
        ]}
      />
      <CustomerAsks detail={detail} asked={asked} onAsk={setAsked} onSignOut={signOut} onErase={erase} />
    </>
  );
}
