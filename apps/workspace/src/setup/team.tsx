'use client';

import { may, type Staff } from '@countersign/contracts';
import { useState } from 'react';
import type { Answer, Trouble } from '../api/answer';
import { useMe } from '../desk/desk-context';
import { useWords } from '../settings/tongue';
import { Confirm } from '../ui/dialog';
import { BrandName } from './brand-name';
import { Card, TroubleNote } from './card';
import { Invite } from './invite';
import { type Member, MemberRow } from './member-row';
import { SetUpPage } from './set-up-frame';
import { useAnswer } from './use-answer';

/** What the brand is called, and who answers for it. */
export function Team() {
  const { brand, setUp } = useWords();
  const { team } = brand;
  const { agent } = useMe();
  const manages = may(agent.role, 'manage');
  const { value, trouble, client, reload, setValue } = useAnswer((from) => from.staff());
  const [refused, setRefused] = useState<Trouble | null>(null);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const took = (answer: Answer<Staff>) => {
    setRefused(answer.ok ? null : answer.trouble);
    if (answer.ok) setValue(answer.value);
    else void reload();
  };
  const remove = async () => {
    const answer = leaving ? await client.removeAgent(leaving.id) : null;
    setRefused(answer && !answer.ok ? answer.trouble : null);
    await reload();
  };
  return (
    <SetUpPage title={setUp.pages.team} lead={manages ? undefined : team.lookOnly}>
      <BrandName />
      <Card title={team.team}>
        <TroubleNote trouble={refused ?? trouble} />
        <ul className="m-0 list-none p-0">
          {value?.agents.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              mine={member.id === agent.id}
              manages={manages}
              onRole={(role) => void client.changeRole(member.id, role).then(took)}
              onRemove={() => setLeaving(member)}
            />
          ))}
        </ul>
      </Card>
      {manages && <Invite onInvited={(answer) => answer.ok && setValue(answer.value)} />}
      <Confirm
        title={team.removeAsk(leaving?.name ?? '')}
        text={team.removeText}
        action={team.remove}
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        onConfirm={() => void remove()}
      />
    </SetUpPage>
  );
}
