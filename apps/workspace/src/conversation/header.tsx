'use client';

import type { ConversationSummary } from '@countersign/contracts';
import { ArrowLeft, IdCard } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { AssignButton } from '../assignment/assign-button';
import { useDesk, useMe } from '../desk/desk-context';
import { leads } from '../desk/roles';
import { useWords } from '../settings/tongue';
import { AssuranceMark } from '../ui/assurance-mark';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { Fill } from '../ui/fill';
import { PersonName } from '../ui/person-name';

function EndButton({ id }: { id: string }) {
  const desk = useDesk();
  const { conversation } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" data-testid="end" onClick={() => setAsking(true)}>
        <span>
          <Fill
            text={conversation.end}
            rest={<span className="max-wide:sr-only">{conversation.endRest}</span>}
          />
        </span>
      </Button>
      <Confirm
        title={conversation.endTitle}
        text={conversation.endText}
        action={conversation.endAction}
        open={asking}
        onOpenChange={setAsking}
        onConfirm={() => void desk.end(id)}
      />
    </>
  );
}

export function ConversationHeader({
  id,
  row,
  mine,
  onIdentity,
}: {
  id: string;
  row: ConversationSummary | undefined;
  mine: boolean;
  /** Given where the identity pane is not beside this one. */
  onIdentity: (() => void) | null;
}) {
  const { conversation } = useWords();
  const { agent } = useMe();
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 pane:px-6">
      <Link
        href="/conversations"
        data-testid="back"
        aria-label={conversation.back}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-control text-quiet hover:bg-hover hover:text-ink pane:hidden"
      >
        <ArrowLeft aria-hidden size={16} className="rtl:-scale-x-100" />
      </Link>
      <div className="flex min-w-0 flex-1 flex-col">
        <h1 className="min-w-0 max-w-full text-base leading-5 font-semibold">
          {row === undefined ? (
            '…'
          ) : (
            <PersonName name={row.name} nameSealed={row.nameSealed} issuerLabel={row.issuerLabel} />
          )}
        </h1>
        {row && <AssuranceMark assurance={row.assurance} by={row.issuerLabel} />}
      </div>
      {row && row.state !== 'ended' && (mine || leads(agent)) && <AssignButton id={id} />}
      {row && mine && row.state === 'taken' && <EndButton id={id} />}
      {onIdentity && (
        <Button onClick={onIdentity} data-identity data-testid="show-identity">
          <IdCard aria-hidden size={14} />
          <span className="max-pane:sr-only">{conversation.identity}</span>
        </Button>
      )}
    </header>
  );
}
