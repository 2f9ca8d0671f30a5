'use client';

import { useState } from 'react';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { Pill } from '../ui/pill';
import { Ago } from '../ui/when';
import { Card } from './card';
import { useAnswer } from './use-answer';

/** To which backends encrypt their tokens. */
export function EncryptionKeys() {
  const { keys } = useWords().brand;
  const { value, client, setValue } = useAnswer((from) => from.encryptionKeys());
  const [asking, setAsking] = useState(false);
  const rotate = async () => {
    const answer = await client.rotateEncryptionKeys();
    if (answer.ok) setValue(answer.value);
  };
  return (
    <Card
      title={keys.encryption}
      note={keys.encryptionNote}
      aside={<Button onClick={() => setAsking(true)}>{keys.rotate}</Button>}
    >
      <ul className="m-0 list-none p-0">
        {value?.keys.map(({ kid, algorithm, state, since }) => (
          <li
            key={kid}
            className="flex flex-wrap items-center gap-2 border-b border-line py-2 text-sm last:border-b-0"
          >
            <code className="min-w-0 flex-1 text-xs wrap-anywhere">{kid}</code>
            <code className="text-xs text-quiet">{algorithm}</code>
            <Pill tone={state === 'current' ? 'green' : 'plain'}>{keys.states[state]}</Pill>
            <span className="text-xs text-quiet">
              <Ago at={since} />
            </span>
          </li>
        ))}
      </ul>
      <Confirm
        title={keys.rotateAsk}
        text={keys.rotateText}
        action={keys.rotateAct}
        open={asking}
        onOpenChange={setAsking}
        onConfirm={() => void rotate()}
      />
    </Card>
  );
}
