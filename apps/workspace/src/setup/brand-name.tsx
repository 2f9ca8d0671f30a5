'use client';

import { may } from '@countersign/contracts';
import { type FormEvent, useState } from 'react';
import type { Trouble } from '../api/answer';
import { useMe } from '../desk/desk-context';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { TextField } from '../ui/fields';
import { Fill } from '../ui/fill';
import { Card, errorOf, TroubleNote } from './card';
import { useAnswer } from './use-answer';

/** What the brand is called. Its short name stands in snippets, and stays. */
export function BrandName() {
  const { brand, setUp } = useWords();
  const { team } = brand;
  const { agent } = useMe();
  const { value, trouble, client, setValue } = useAnswer((from) => from.brand());
  const [name, setName] = useState<string | null>(null);
  const [refused, setRefused] = useState<Trouble | null>(null);
  if (!value) return <TroubleNote trouble={trouble} />;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await client.rename(name ?? value.name);
    setRefused(answer.ok ? null : answer.trouble);
    if (answer.ok) {
      setValue(answer.value);
      setName(null);
    }
  };
  return (
    <Card title={team.brand} note={team.brandNote(value.slug)}>
      <form className="flex flex-wrap items-end gap-2" onSubmit={(event) => void save(event)}>
        <div className="min-w-48 flex-1">
          <TextField
            label={team.name}
            dir="auto"
            data-testid="brand-name"
            disabled={!may(agent.role, 'manage')}
            value={name ?? value.name}
            error={errorOf(refused, 'name')}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button
          type="submit"
          className="h-9"
          disabled={name === null || name === value.name}
          data-testid="rename"
        >
          {setUp.save}
        </Button>
      </form>
      {value.agentSignIn && (
        <p className="mt-2 text-xs text-quiet">
          <Fill
            text={value.agentSignIn.own ? team.signIn : team.signInShared}
            issuer={<code className="wrap-anywhere">{value.agentSignIn.issuer}</code>}
          />
        </p>
      )}
    </Card>
  );
}
