'use client';

import type { DraftInput, Previewed } from '@countersign/contracts';
import { Plus, X } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useWords } from '../../settings/tongue';
import { Button, IconButton } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import { Fold } from '../../ui/fold';
import { Seal } from '../../ui/seal';
import { errorOf } from '../card';
import { useSetUp } from '../use-answer';
import { authoritativeFor, mappingFor } from './state';
import type { StepProps } from './wizard';

type Row = { readonly id: number; readonly claim: string; readonly fact: string };
const PAUSE_MS = 300;
const input =
  'h-8 w-full min-w-0 rounded-control border border-control bg-surface px-2 font-mono text-xs text-ink';

const rowsOf = (mapping: Record<string, string>): Row[] =>
  Object.entries(mapping).map(([claim, fact], id) => ({ id, claim, fact }));
const mappingOf = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(rows.filter(({ claim, fact }) => claim && fact).map(({ claim, fact }) => [claim, fact]));

function Rows({ rows, onChange }: { rows: readonly Row[]; onChange: (rows: Row[]) => void }) {
  const { claims } = useWords().wizard;
  const set = (id: number, more: Partial<Row>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...more } : row)));
  return (
    <table className="w-full border-collapse text-sm">
      <thead>
        <tr className="text-start text-xs text-quiet">
          <th className="pb-1 text-start font-medium">{claims.claim}</th>
          <th className="pb-1 ps-2 text-start font-medium">{claims.fact}</th>
          <th>
            <span className="sr-only">{claims.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, claim, fact }) => (
          <tr key={id}>
            <td className="py-0.5">
              <input
                aria-label={claims.claimOf(id + 1)}
                dir="ltr"
                className={input}
                value={claim}
                spellCheck={false}
                onChange={(event) => set(id, { claim: event.target.value })}
              />
            </td>
            <td className="py-0.5 ps-2">
              <input
                aria-label={claims.factOf(id + 1)}
                dir="ltr"
                className={input}
                value={fact}
                spellCheck={false}
                onChange={(event) => set(id, { fact: event.target.value })}
              />
            </td>
            <td className="w-8 ps-1">
              <IconButton
                label={claims.drop(claim)}
                onClick={() => onChange(rows.filter((row) => row.id !== id))}
              >
                <X aria-hidden size={14} />
              </IconButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shown({ shown }: { shown: Previewed }) {
  const { claims } = useWords().wizard;
  return (
    <div className="rounded-card border border-line p-3 text-sm" data-testid="preview">
      {shown.name && (
        <p className="mb-2 text-base font-semibold">
          <bdi>{shown.name}</bdi>
        </p>
      )}
      <ul className="m-0 list-none p-0">
        {shown.facts.map(({ name, value, sealed }) => (
          <li key={name} className="flex items-start gap-2 py-0.5">
            <span className="w-4">{sealed && <Seal size={13} />}</span>
            <span className="w-32 shrink-0 text-quiet">{name}</span>
            <bdi className="min-w-0 wrap-anywhere">
              {typeof value === 'object' ? JSON.stringify(value).slice(0, 200) : String(value).slice(0, 200)}
            </bdi>
          </li>
        ))}
      </ul>
      {shown.notes.map((note) => (
        <p key={note} className="mt-1 text-xs text-quiet">
          <bdi>{note}</bdi>
        </p>
      ))}
      {shown.left.length > 0 && <p className="mt-1 text-xs text-quiet">{claims.left(shown.left)}</p>}
    </div>
  );
}

/** What a pasted token's claims become, as they are mapped now. It goes to the service and is not kept. */
function usePreview(draft: DraftInput, pasted: string, mapping: Record<string, string>, google: boolean) {
  const client = useSetUp();
  const [shown, setShown] = useState<Previewed | null>(null);
  const [wrong, setWrong] = useState<string | undefined>();
  const said = JSON.stringify(mapping);
  useEffect(() => {
    if (pasted.trim() === '') {
      setShown(null);
      setWrong(undefined);
      return;
    }
    let current = true;
    const timer = setTimeout(async () => {
      const token = asClaims(pasted);
      const answer = await client.preview({
        token,
        issuer: draft.issuer ?? '',
        mapping: JSON.parse(said) as Record<string, string>,
        authoritative: authoritativeFor(google),
      });
      if (!current) return;
      if (answer.ok) setShown(answer.value);
      setWrong(answer.ok ? undefined : (answer.trouble.errors?.[0]?.message ?? answer.trouble.title));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, pasted, said, draft.issuer, google]);
  return { shown, wrong };
}

function asClaims(text: string) {
  try {
    return JSON.parse(text) as Record<string, never>;
  } catch {
    return text;
  }
}

/** Which claims become facts. What is usual stands there already. */
export function ClaimsStep({
  draft,
  found,
  trouble,
  onMake,
}: StepProps & { onMake: (last: Partial<DraftInput>) => Promise<void> }) {
  const { claims } = useWords().wizard;
  const [rows, setRows] = useState(() => rowsOf(draft.mapping ?? mappingFor(found)));
  const [pasted, setPasted] = useState('');
  const [busy, setBusy] = useState(false);
  const mapping = mappingOf(rows);
  const { shown, wrong } = usePreview(draft, pasted, mapping, found?.google === true);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    await onMake({ mapping });
    setBusy(false);
  };
  const next = Math.max(-1, ...rows.map(({ id }) => id)) + 1;
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <div>
        <h2 className="text-lg font-semibold">{claims.title}</h2>
        <p className="text-sm text-quiet">{claims.text}</p>
      </div>
      <Rows rows={rows} onChange={setRows} />
      {errorOf(trouble, 'connection.mapping') && (
        <p role="alert" className="text-xs text-revoked-ink">
          {errorOf(trouble, 'connection.mapping')}
        </p>
      )}
      <div>
        <Button onClick={() => setRows([...rows, { id: next, claim: '', fact: '' }])} data-testid="add-claim">
          <Plus aria-hidden size={14} />
          {claims.add}
        </Button>
      </div>
      <Fold title={claims.try}>
        <div className="flex flex-col gap-3 pb-1">
          <TextArea
            label={claims.token}
            data-testid="paste-claims"
            value={pasted}
            error={wrong}
            note={claims.tokenNote}
            onChange={(event) => setPasted(event.target.value)}
          />
          {shown && <Shown shown={shown} />}
        </div>
      </Fold>
      <div>
        <Button kind="primary" type="submit" disabled={busy} data-testid="make-connection">
          {busy ? claims.making : claims.make}
        </Button>
      </div>
    </form>
  );
}
