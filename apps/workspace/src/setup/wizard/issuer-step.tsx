'use client';

import type { Discovered } from '@countersign/contracts';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../settings/tongue';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { errorOf } from '../card';
import { useSetUp } from '../use-answer';
import { type Found, issuerName } from './state';
import type { StepProps } from './wizard';

function FoundNote({ found }: { found: Found }) {
  const { issuer } = useWords().wizard;
  return (
    <div className="rounded-card border border-line p-3 text-sm" data-testid="found">
      <p className="flex items-center gap-2 font-medium text-verified-ink">
        <CircleCheck aria-hidden size={16} />
        {issuer.found}
      </p>
      <dl className="mt-2 grid gap-x-4 gap-y-1 text-xs pane:grid-cols-[auto_minmax(0,1fr)]">
        {[
          [issuer.authorization, found.authorizationEndpoint],
          [issuer.token, found.tokenEndpoint],
          [issuer.jwks, found.jwksUri],
        ].map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className="m-0 min-w-0">
              <code className="wrap-anywhere">{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-xs text-quiet">
        {issuer.keys(found.keys)} {found.logout && issuer.logout} {found.userinfo && issuer.userinfo}
      </p>
      {found.pairwiseOnly && (
        <p
          className="mt-2 flex gap-2 rounded-control bg-conflict-bg p-2 text-xs text-conflict-ink"
          role="note"
        >
          <TriangleAlert aria-hidden size={14} className="mt-px shrink-0" />
          {issuer.pairwise}
        </p>
      )}
    </div>
  );
}

function NotFoundNote({ answer }: { answer: Extract<Discovered, { found: false }> }) {
  const { notFound } = useWords().wizard.issuer;
  const { title, todo } = notFound[answer.why](answer);
  return (
    <Notice tone="refused" role="alert" testid="not-found" title={title}>
      {todo}
    </Notice>
  );
}

/** Who vouches: a provider by its address, or the brand's own backend. */
export function IssuerStep({
  draft,
  trouble,
  change,
  go,
  onFound,
}: StepProps & { onFound: (found: Found | null) => void }) {
  const { setUp, wizard } = useWords();
  const words = wizard.issuer;
  const client = useSetUp();
  const [answer, setAnswer] = useState<Discovered | null>(null);
  const [busy, setBusy] = useState(false);
  const issuer = (draft.issuer ?? '').trim();
  const looked = answer?.found && answer.issuer === issuer ? answer : null;
  const look = async (event: FormEvent) => {
    event.preventDefault();
    if (looked)
      return go('way', { issuer, issuerLabel: draft.issuerLabel ?? issuerName(issuer), keysBy: 'discovery' });
    setBusy(true);
    const told = await client.discover(issuer);
    setBusy(false);
    const found: Discovered = told.ok
      ? told.value
      : { found: false, why: 'unreachable', seen: null, asked: null };
    setAnswer(found);
    onFound(found.found ? found : null);
  };
  const bySelf = () =>
    go('register', { issuer, way: 'envelope', keysBy: draft.keysBy === 'jwks' ? 'jwks' : 'pasted' });
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void look(event)}>
      <div>
        <h2 className="text-lg font-semibold">{words.title}</h2>
        <p className="text-sm text-quiet">{words.text}</p>
      </div>
      <TextField
        label={setUp.fields.issuer}
        name="issuer"
        mono
        autoFocus
        inputMode="url"
        autoCapitalize="none"
        data-testid="issuer"
        placeholder="https://login.example.com"
        value={draft.issuer ?? ''}
        error={errorOf(trouble, 'issuer.url')}
        onChange={(event) => change({ issuer: event.target.value })}
      />
      {answer && !answer.found && <NotFoundNote answer={answer} />}
      {looked && <FoundNote found={looked} />}
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" type="submit" data-testid="look-up" disabled={busy || issuer === ''}>
          {busy ? words.asking : looked ? wizard.continue : words.lookUp}
        </Button>
        <Button kind="quiet" onClick={bySelf} data-testid="own-backend">
          {words.own}
        </Button>
      </div>
    </form>
  );
}
