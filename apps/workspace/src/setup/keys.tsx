'use client';

import type { ApiKeysView } from '@countersign/contracts';
import { useState } from 'react';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { Fill } from '../ui/fill';
import { Ago } from '../ui/when';
import { Actions } from './actions';
import { Card, TroubleNote } from './card';
import { EncryptionKeys } from './encryption-keys';
import { MakeKey } from './make-key';
import { SetUpPage } from './set-up-frame';
import { useAnswer } from './use-answer';

type Key = ApiKeysView['keys'][number];

/** Keys of the brand's backend, and those the service has for it. */
export function Keys() {
  const { brand, setUp } = useWords();
  const { keys } = brand;
  const { value, trouble, reload, client } = useAnswer((from) => from.apiKeys());
  const [leaving, setLeaving] = useState<Key | null>(null);
  const revoke = async () => {
    if (leaving) await client.revokeApiKey(leaving.id);
    await reload();
  };
  return (
    <SetUpPage title={setUp.pages.keys} lead={keys.lead}>
      <TroubleNote trouble={trouble} />
      <Card title={keys.api} note={keys.apiNote}>
        <ul className="m-0 list-none p-0">
          {value?.keys.map((key) => (
            <li
              key={key.id}
              className="flex flex-wrap items-center gap-3 border-b border-line py-2.5 last:border-b-0"
              data-testid="api-key"
            >
              <div className="min-w-0 flex-1">
                <p className="text-sm">
                  <code>{key.hint ?? 'cs_'}…</code>{' '}
                  <span className="text-xs text-quiet">
                    <Fill text={keys.made} ago={<Ago at={key.createdAt} />} />
                  </span>
                </p>
                <p className="text-xs text-quiet">
                  {key.rights.map((right) => keys.rights[right]).join(', ')} ·{' '}
                  <bdi>{key.connections.join(', ')}</bdi>
                </p>
              </div>
              <Button kind="quiet" onClick={() => setLeaving(key)}>
                {keys.withdraw}
              </Button>
            </li>
          ))}
        </ul>
        <MakeKey live={value?.keys.length ?? 0} onMade={() => void reload()} />
      </Card>
      <Actions />
      <EncryptionKeys />
      <Confirm
        title={keys.withdrawAsk}
        text={keys.withdrawText}
        action={keys.withdraw}
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        onConfirm={() => void revoke()}
      />
    </SetUpPage>
  );
}
