'use client';

import type { KeyLookedAt } from '@countersign/contracts';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../../settings/tongue';
import { Button, IconButton } from '../../ui/button';
import { SelectField, TextArea, TextField } from '../../ui/fields';
import { errorOf } from '../card';
import { useSetUp } from '../use-answer';
import type { StepProps } from './wizard';

type Props = StepProps & { readonly missing: boolean };

function Fingerprint({ pasted, onRemove }: { pasted: string; onRemove: () => void }) {
  const { ownKeys } = useWords().wizard;
  const client = useSetUp();
  const [seen, setSeen] = useState<KeyLookedAt | null>(null);
  useEffect(() => {
    let current = true;
    void client.lookAtKey(pasted).then((answer) => current && answer.ok && setSeen(answer.value));
    return () => {
      current = false;
    };
  }, [client, pasted]);
  return (
    <li
      className="flex items-start gap-2 border-b border-line px-3 py-2 last:border-b-0"
      data-testid="fingerprint"
    >
      <div className="min-w-0 flex-1 text-xs">
        <p className="font-medium">
          {seen?.kind ?? ownKeys.aKey}{' '}
          {seen?.kid && <code className="wrap-anywhere text-quiet">{seen.kid}</code>}
        </p>
        <p className="text-quiet">
          {ownKeys.fingerprint}
          <code className="wrap-anywhere text-ink">{seen?.thumbprint ?? ''}</code>
        </p>
      </div>
      <IconButton label={ownKeys.remove} onClick={onRemove}>
        <X aria-hidden size={14} />
      </IconButton>
    </li>
  );
}

function PastedKeys({ draft, trouble, change, missing }: Props) {
  const { ownKeys, register } = useWords().wizard;
  const client = useSetUp();
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const keys = draft.keys ?? [];
  const add = async () => {
    const answer = await client.lookAtKey(pasted);
    if (!answer.ok) return setWrong(answer.trouble.errors?.[0]?.message ?? ownKeys.unreadable);
    change({ keys: [...keys, pasted] });
    setPasted('');
    setWrong(undefined);
  };
  const without = (key: string) => change({ keys: keys.filter((one) => one !== key) });
  return (
    <>
      {keys.length > 0 && (
        <ul className="m-0 list-none rounded-card border border-line p-0">
          {keys.map((key) => (
            <Fingerprint key={key} pasted={key} onRemove={() => without(key)} />
          ))}
        </ul>
      )}
      <TextArea
        label={ownKeys.key}
        data-testid="paste-key"
        value={pasted}
        placeholder="-----BEGIN PUBLIC KEY-----"
        error={wrong ?? errorOf(trouble, 'issuer.keys') ?? (missing ? register.missing : undefined)}
        note={ownKeys.keyNote}
        onChange={(event) => setPasted(event.target.value)}
      />
      <div>
        <Button onClick={() => void add()} disabled={pasted.trim() === ''} data-testid="add-key">
          {ownKeys.add}
        </Button>
      </div>
    </>
  );
}

/** Keys a brand signs with: published by it, or pasted here and told by their fingerprints. */
export function OwnKeys(props: Props) {
  const { setUp, wizard } = useWords();
  const { ownKeys } = wizard;
  const { draft, trouble, change } = props;
  const byUrl = draft.keysBy === 'jwks';
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={setUp.fields.issuer}
        mono
        data-testid="own-issuer"
        placeholder="https://www.example.com"
        value={draft.issuer ?? ''}
        error={errorOf(trouble, 'issuer.url')}
        note={ownKeys.issuerNote}
        onChange={(event) => change({ issuer: event.target.value })}
      />
      <SelectField
        label={ownKeys.where}
        value={byUrl ? 'jwks' : 'pasted'}
        data-testid="keys-by"
        onChange={(event) => change({ keysBy: event.target.value as 'jwks' | 'pasted' })}
      >
        <option value="pasted">{ownKeys.pasted}</option>
        <option value="jwks">{ownKeys.jwks}</option>
      </SelectField>
      {byUrl ? (
        <TextField
          label={ownKeys.jwksUri}
          mono
          data-testid="jwks-uri"
          value={draft.jwksUri ?? ''}
          error={errorOf(trouble, 'issuer.jwksUri')}
          placeholder="https://www.example.com/.well-known/jwks.json"
          onChange={(event) => change({ jwksUri: event.target.value })}
        />
      ) : (
        <PastedKeys {...props} />
      )}
    </div>
  );
}
