'use client';

import type { ConsoleConnection, TryProof } from '@countersign/contracts';
import { useState } from 'react';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { TextArea, TextField } from '../ui/fields';
import { Notice } from '../ui/notice';

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
  const { tester } = useWords().connections;
  return (
    <fieldset className="m-0 flex gap-4 border-0 p-0 text-sm">
      <legend className="mb-1 p-0 text-xs font-medium text-quiet">{tester.what}</legend>
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
          {tester.kinds[one]}
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
  const { tester } = useWords().connections;
  return (
    <>
      <Notice tone="warning" testid="uses-up">
        {tester.usesUp}
      </Notice>
      <TextField
        mono
        label={tester.code}
        data-testid="paste-code"
        value={given.code}
        onChange={({ target }) => change({ code: target.value })}
      />
      <Choice
        label={tester.redirectUri}
        dir="ltr"
        value={given.redirectUri}
        onChange={({ target }) => change({ redirectUri: target.value })}
      >
        {connection.redirectUris.map((uri, index) => (
          <option key={uri} value={index === 0 ? '' : uri} dir="auto">
            {uri}
          </option>
        ))}
      </Choice>
      <TextField
        mono
        label={tester.verifier}
        note={tester.verifierNote}
        value={given.codeVerifier}
        onChange={({ target }) => change({ codeVerifier: target.value })}
      />
    </>
  );
}

function TokenField({ given, change }: Omit<FieldsProps, 'connection'>) {
  const { tester } = useWords().connections;
  return (
    <TextArea
      rows={7}
      label={tester.token}
      note={tester.tokenNote}
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
  const { tester } = useWords().connections;
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
        label={tester.connection}
        data-testid="choose-connection"
        value={connection.key}
        onChange={({ target }) => onChoose(target.value)}
      >
        {connections.map(({ key, label }) => (
          <option key={key} value={key} dir="auto">
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
          {busy ? tester.judging : shown === 'code' ? tester.judgeCode : tester.judge}
        </Button>
        <p className="text-xs text-quiet">{tester.notStored}</p>
      </div>
    </form>
  );
}
