'use client';

import type { IdentityPanel } from '@countersign/contracts';
import { Hourglass, LogOut, ShieldQuestion } from 'lucide-react';
import { useState } from 'react';
import { useDesk, useMe } from '../desk/desk-context';
import { leads } from '../desk/roles';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { useNow } from '../ui/now';
import { left } from '../words/time';

const asks = { 'sign-in': 'Ask to sign in', 'step-up': 'Ask to confirm it is them' } as const;
const asked = { 'sign-in': 'Asked to sign in', 'step-up': 'Asked to confirm it is them' } as const;

function Asked({ request }: { request: NonNullable<IdentityPanel['request']> }) {
  const rest = left(request.expiresAt, useNow());
  return (
    <p data-testid="request" role="status" className="flex items-start gap-1.5 text-sm text-due-ink">
      <Hourglass aria-hidden size={14} className="mt-0.5 shrink-0" />
      <span>
        {asked[request.kind]}
        {request.by && ` by ${request.by}`}
        {rest && <span className="text-quiet tabular-nums"> · {rest}</span>}
      </span>
    </p>
  );
}

function SignOut({ id }: { id: string }) {
  const desk = useDesk();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" data-testid="sign-out-everywhere" onClick={() => setAsking(true)}>
        <LogOut aria-hidden size={14} />
        Sign out everywhere
      </Button>
      <Confirm
        title="Sign this customer out everywhere?"
        text="Every browser and app of theirs closes this chat within a second. They have to sign in again to go on."
        action="Sign out everywhere"
        open={asking}
        onOpenChange={setAsking}
        onConfirm={() => void desk.signOutEverywhere(id)}
      />
    </>
  );
}

/** What can be done about who this is: to ask them, and for leads to end it. */
export function Vouching({ id, panel }: { id: string; panel: IdentityPanel }) {
  const desk = useDesk();
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const { mayRequest, request, who } = panel;
  const ends = leads(me.agent) && ['verified', 'due', 'stale'].includes(who.assurance);
  if (!mayRequest && !request && !ends) return null;
  const wish = async (kind: 'sign-in' | 'step-up') => {
    setBusy(true);
    await desk.askIdentity(id, kind);
    setBusy(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 pb-3.5" data-testid="vouching">
      {request && <Asked request={request} />}
      {mayRequest && !request && (
        <Button data-testid="ask-identity" disabled={busy} onClick={() => void wish(mayRequest)}>
          <ShieldQuestion aria-hidden size={14} />
          {asks[mayRequest]}
        </Button>
      )}
      {ends && <SignOut id={id} />}
    </div>
  );
}
