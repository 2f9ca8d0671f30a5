'use client';

import type { IdentityPanel } from '@countersign/contracts';
import { Hourglass, LogOut, ShieldQuestion } from 'lucide-react';
import { useState } from 'react';
import { useDesk, useMe } from '../desk/desk-context';
import { leads } from '../desk/roles';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { useNow } from '../ui/now';

function Asked({ request }: { request: NonNullable<IdentityPanel['request']> }) {
  const { panel, time } = useWords();
  const rest = time.left(request.expiresAt, useNow());
  return (
    <p data-testid="request" role="status" className="flex items-start gap-1.5 text-sm text-due-ink">
      <Hourglass aria-hidden size={14} className="mt-0.5 shrink-0" />
      <span>
        {panel.asked[request.kind](request.by)}
        {rest && <span className="text-quiet tabular-nums"> · {rest}</span>}
      </span>
    </p>
  );
}

function SignOut({ id }: { id: string }) {
  const desk = useDesk();
  const { panel } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" data-testid="sign-out-everywhere" onClick={() => setAsking(true)}>
        <LogOut aria-hidden size={14} className="rtl:-scale-x-100" />
        {panel.signOut}
      </Button>
      <Confirm
        title={panel.signOutTitle}
        text={panel.signOutText}
        action={panel.signOut}
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
  const words = useWords();
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
          {words.panel.ask[mayRequest]}
        </Button>
      )}
      {ends && <SignOut id={id} />}
    </div>
  );
}
