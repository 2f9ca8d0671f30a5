'use client';

import type { ConsoleConnection, DraftView } from '@countersign/contracts';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { consoleClient } from '../api/console.client';
import { HealthMark } from '../connections/health-mark';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Button, buttonLook } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { Card, TroubleNote } from './card';
import { SetUpPage } from './set-up-frame';
import { useAnswer } from './use-answer';

function Row({ connection, onRemove }: { connection: ConsoleConnection; onRemove: () => void }) {
  const { list } = useWords().setUp;
  const { key, label, issuer, health } = connection;
  return (
    <li
      className="flex flex-wrap items-center gap-3 border-b border-line py-3 last:border-b-0"
      data-testid={`row-${key}`}
    >
      <div className="min-w-48 flex-1">
        <p className="text-base font-medium">
          <bdi>{label}</bdi> <code className="text-xs font-normal text-quiet">{key}</code>
        </p>
        <p className="text-xs wrap-anywhere text-quiet">
          <bdi>{issuer.url}</bdi>
        </p>
        <HealthMark health={health} />
      </div>
      <div className="flex gap-1.5">
        <Link
          href={`/setup/connection/${key}`}
          className={buttonLook('plain', 'no-underline')}
          data-testid={`edit-${key}`}
        >
          {list.edit}
        </Link>
        <Link href={`/connections/${key}`} className={buttonLook('quiet', 'no-underline')}>
          {list.attempts}
        </Link>
        <Button kind="quiet" onClick={onRemove} data-testid={`remove-${key}`}>
          {list.remove}
        </Button>
      </div>
    </li>
  );
}

function Begun({ draft }: { draft: DraftView | null }) {
  const { list } = useWords().setUp;
  if (!draft?.draft) return null;
  return (
    <p className="rounded-card border border-line bg-surface px-4 py-2.5 text-sm" data-testid="begun">
      {list.begun(draft.draft.issuer)}
      <Link href="/setup/connection/new" className="font-medium">
        {list.goOn}
      </Link>
    </p>
  );
}

/** The ways in which customers prove who they are. */
export function Connections() {
  const { apiUrl } = useSettings();
  const { list, pages } = useWords().setUp;
  const { value, trouble, reload, client } = useAnswer(() => consoleClient(apiUrl).connections());
  const [draft, setDraft] = useState<DraftView | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  useEffect(() => void client.draft().then((answer) => answer.ok && setDraft(answer.value)), [client]);
  const remove = async () => {
    if (leaving) await client.removeConnection(leaving);
    await reload();
  };
  return (
    <SetUpPage
      title={pages.connection}
      lead={list.lead}
      action={
        <Link
          href="/setup/connection/new"
          data-testid="new-connection"
          className={buttonLook('primary', 'no-underline')}
        >
          <Plus aria-hidden size={14} />
          {list.make}
        </Link>
      }
    >
      <TroubleNote trouble={trouble} />
      <Begun draft={draft} />
      <Card>
        {value?.connections.length === 0 && <p className="text-base text-quiet">{list.none}</p>}
        <ul className="m-0 list-none p-0">
          {value?.connections.map((connection) => (
            <Row key={connection.key} connection={connection} onRemove={() => setLeaving(connection.key)} />
          ))}
        </ul>
      </Card>
      <Confirm
        title={list.removeAsk(leaving ?? '')}
        text={list.removeText}
        action={list.removeAct}
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        onConfirm={() => void remove()}
      />
    </SetUpPage>
  );
}
