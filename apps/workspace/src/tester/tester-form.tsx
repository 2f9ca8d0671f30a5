'use client';

import type { ConsoleConnection, TryProof } from '@countersign/contracts';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { CodeArea, CodeField } from '../ui/field';

type Kind = 'token' | 'code';
type Given = { token: string; code: string; redirectUri: string; codeVerifier: string };

const nothing: Given = { token: '', code: '', redirectUri: '', codeVerifier: '' };

/** What is sent: blanks around a paste are the clipboard's, blanks inside are the token's. */
function proofOf(kind: Kind, given: Given): TryProof | undefined {
  if (kind === 'token') return given.token.trim() ? { token: given.token.trim() } : undefined;
  if (!given.code.trim()) return undefined;
  const [redirectUri, codeVerifier] = [given.redirectUri, given.codeVerifier.trim()];
  return {
    code: given.code.trim(),
    ...(redirectUri ? { redirectUri } : {}),
    ...(codeVerifier ? { codeVerifier } : {}),
  };
}

function KindChoice({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  return (
    <fieldset className="m-0 flex gap-4 border-0 p-0 text-sm">
      <legend className="mb-1 p-0 text-xs font-medium text-quiet">What do you have?</legend>
      {(['token', 'code'] as const).map((one) => (
        <label key={one} className="flex cursor-pointer items-center gap-1.5">
          <input
            type="radio"
            name="kind"
            value={one}
            checked={kind === one}
            onChange={() => onChange(one)}
            className="accent-accent"
          />
          {one === 'token' ? 'A token' : 'A code'}
        </label>
      ))}
    </fieldset>
  );
}

type FieldsProps = {
  given: Given;
  change: (changed: Partial<Given>) => void;
  connection: ConsoleConnection;
};

function CodeFields({ given, change, connection }: FieldsProps) {
  return (
    <>
      <p
        data-testid="uses-up"
        className="flex gap-2 rounded-card border border-conflict-border bg-conflict-bg px-3 py-2 text-sm text-conflict-ink"
      >
        <TriangleAlert aria-hidden size={15} className="mt-0.5 shrink-0" />
        This uses the code up: the provider swaps it once, and nobody can use it afterwards.
      </p>
      <CodeField
        label="Code"
        data-testid="paste-code"
        value={given.code}
        onChange={({ target }) => change({ code: target.value })}
      />
      <Choice
        label="Redirect URI the code was issued for"
        value={given.redirectUri}
        onChange={({ target }) => change({ redirectUri: target.value })}
      >
        {connection.redirectUris.map((uri, index) => (
          <option key={uri} value={index === 0 ? '' : uri}>
            {uri}
          </option>
        ))}
      </Choice>
      <CodeField
        label="Code verifier"
        note="Where the code was asked for with a challenge (PKCE). Leave it empty otherwise."
        value={given.codeVerifier}
        onChange={({ target }) => change({ codeVerifier: target.value })}
      />
    </>
  );
}

function TokenField({ given, change }: Omit<FieldsProps, 'connection'>) {
  return (
    <CodeArea
      label="Token"
      note="Three parts where it is signed, five where it is encrypted. It may have expired: the trace says so."
      data-testid="paste-token"
      value={given.token}
      onChange={({ target }) => change({ token: target.value })}
    />
  );
}

/** Where a proof is pasted. It lives in this form and in one request, and nowhere else. */
export function TesterForm({
  connection,
  connections,
  busy,
  onChoose,
  onTry,
}: {
  connection: ConsoleConnection;
  connections: readonly ConsoleConnection[];
  busy: boolean;
  /** What was pasted stays, to be judged by another's rules. */
  onChoose: (key: string) => void;
  onTry: (proof: TryProof) => void;
}) {
  const [kind, setKind] = useState<Kind>('token');
  const [given, setGiven] = useState(nothing);
  const change = (changed: Partial<Given>) => setGiven({ ...given, ...changed });
  const takesCodes = connection.flow === 'code';
  const shown = takesCodes ? kind : 'token';
  const proof = proofOf(shown, given);
  const submit = () => proof && !busy && onTry(proof);
  return (
    <form
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      <Choice
        label="Connection"
        data-testid="choose-connection"
        value={connection.key}
        onChange={({ target }) => onChoose(target.value)}
      >
        {connections.map(({ key, label }) => (
          <option key={key} value={key}>
            {label} ({key})
          </option>
        ))}
      </Choice>
      {takesCodes && <KindChoice kind={kind} onChange={setKind} />}
      {shown === 'token' ? (
        <TokenField given={given} change={change} />
      ) : (
        <CodeFields given={given} change={change} connection={connection} />
      )}
      <div className="flex items-center gap-3">
        <Button kind="primary" type="submit" data-testid="try" disabled={!proof || busy}>
          {busy ? 'Judging…' : shown === 'code' ? 'Use it up and judge it' : 'Judge it'}
        </Button>
        <p className="text-xs text-quiet">Nothing you paste is stored or logged. No chat is opened.</p>
      </div>
    </form>
  );
}
