'use client';

import { type AgentRole, agentRole, type Staff } from '@countersign/contracts';
import { type FormEvent, useState } from 'react';
import type { Answer, Trouble } from '../api/answer';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/fields';
import { Card, errorOf, TroubleNote } from './card';
import { useSetUp } from './use-answer';

/** An invitation by address: nothing but the first sign-in goes by it. */
export function Invite({ onInvited }: { onInvited: (answer: Answer<Staff>) => void }) {
  const { team } = useWords().brand;
  const client = useSetUp();
  const [given, setGiven] = useState({ email: '', name: '', role: 'agent' as AgentRole });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await client.invite(given);
    setTrouble(answer.ok ? null : answer.trouble);
    if (answer.ok) setGiven({ email: '', name: '', role: 'agent' });
    onInvited(answer);
  };
  return (
    <Card title={team.inviteTitle} note={team.inviteNote}>
      <form className="flex flex-col gap-3" onSubmit={(event) => void invite(event)} noValidate>
        <div className="grid gap-3 pane:grid-cols-2">
          <TextField
            label={team.address}
            dir="ltr"
            type="email"
            data-testid="invite-email"
            value={given.email}
            error={errorOf(trouble, 'email') && team.addressWrong}
            onChange={(event) => setGiven({ ...given, email: event.target.value })}
          />
          <TextField
            label={team.name}
            dir="auto"
            data-testid="invite-name"
            value={given.name}
            error={errorOf(trouble, 'name') && team.nameWrong}
            note={team.nameNote}
            onChange={(event) => setGiven({ ...given, name: event.target.value })}
          />
        </div>
        <SelectField
          label={team.role}
          value={given.role}
          data-testid="invite-role"
          onChange={(event) => setGiven({ ...given, role: event.target.value as AgentRole })}
        >
          {agentRole.options.map((role) => (
            <option key={role} value={role}>
              {team.does[role]}
            </option>
          ))}
        </SelectField>
        {trouble && !trouble.errors && <TroubleNote trouble={trouble} />}
        <div>
          <Button kind="primary" type="submit" data-testid="invite">
            {team.invite}
          </Button>
        </div>
      </form>
    </Card>
  );
}
