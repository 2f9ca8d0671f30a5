'use client';

import type { ConversationSummary } from '@countersign/contracts';
import { ArrowLeft, IdCard } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useDesk } from '../desk/desk-context';
import { AssuranceMark } from '../ui/assurance-mark';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { PersonName } from '../ui/person-name';

function EndButton({ id }: { id: string }) {
  const desk = useDesk();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" data-testid="end" onClick={() => setAsking(true)}>
        <span>
          End<span className="max-wide:sr-only"> conversation</span>
        </span>
      </Button>
      <Confirm
        title="End this conversation?"
        text="The customer sees that it has ended and can begin a new one. It stays here to be read."
        action="End conversation"
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
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 pane:px-6">
      <Link
        href="/conversations"
        data-testid="back"
        aria-label="Back to the queue"
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-control text-quiet hover:bg-hover hover:text-ink pane:hidden"
      >
        <ArrowLeft aria-hidden size={16} />
      </Link>
      <div className="flex min-w-0 flex-1 flex-col pane:flex-row pane:items-center pane:gap-2">
        <h1 className="min-w-0 max-w-full text-base leading-5 font-semibold">
          {row === undefined ? (
            '…'
          ) : (
            <PersonName name={row.name} nameSealed={row.nameSealed} issuerLabel={row.issuerLabel} />
          )}
        </h1>
        {row && <AssuranceMark assurance={row.assurance} by={row.issuerLabel} />}
      </div>
      {row && mine && row.state === 'taken' && <EndButton id={id} />}
      {onIdentity && (
        <Button onClick={onIdentity} data-identity data-testid="show-identity">
          <IdCard aria-hidden size={14} />
          Identity
        </Button>
      )}
    </header>
  );
}
