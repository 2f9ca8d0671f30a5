'use client';

import type { ConnectionSettingsView, DraftInput, DraftView } from '@countersign/contracts';
import { useRef, useState } from 'react';
import type { Trouble } from '../../api/answer';
import { useWords } from '../../settings/tongue';
import { Button } from '../../ui/button';
import { Fill } from '../../ui/fill';
import { Ago } from '../../ui/when';
import { Card, TroubleNote } from '../card';
import { SetUpPage } from '../set-up-frame';
import { ClaimsStep } from './claims-step';
import { IssuerStep } from './issuer-step';
import { RegisterStep } from './register-step';
import { type Found, type Step, settingsOf, stepOf } from './state';
import { StepList } from './step-list';
import { TestStep } from './test-step';
import { useDraft, useFoundAgain } from './use-draft';
import { WayStep } from './way-step';

export type StepProps = {
  readonly draft: DraftInput;
  readonly place: DraftView['place'];
  readonly found: Found | null;
  readonly trouble: Trouble | null;
  readonly change: (more: Partial<DraftInput>) => void;
  /** Keeps what was told, and goes on. */
  readonly go: (step: Step, more?: Partial<DraftInput>) => void;
};

function Resumed({ at, onDrop }: { at: string; onDrop: () => void }) {
  const { wizard } = useWords();
  return (
    <div
      className="flex flex-wrap items-center justify-between gap-2 rounded-card border border-line bg-surface px-4 py-2.5 text-sm"
      data-testid="resumed"
      role="status"
    >
      <p>
        <Fill text={wizard.resumed} ago={<Ago at={at} />} />
      </p>
      <Button kind="quiet" onClick={onDrop} data-testid="start-over">
        {wizard.startOver}
      </Button>
    </div>
  );
}

function NotYet({ trouble }: { trouble: Trouble | null }) {
  const { shell, wizard } = useWords();
  return (
    <SetUpPage title={wizard.title}>
      <TroubleNote trouble={trouble} />
      {!trouble && (
        <p role="status" className="skeleton h-60 text-[0px]">
          {shell.loading}
        </p>
      )}
    </SetUpPage>
  );
}

/** From the address of an issuer to a sign-in that was tried. */
export function Wizard() {
  const { wizard } = useWords();
  const { client, view, draft, setDraft, resumedAt, trouble: notKept, drop, keep, load } = useDraft();
  const [found, setFound] = useState<Found | null>(null);
  const [clientSecret, setSecret] = useState('');
  const [refused, setRefused] = useState<Trouble | null>(null);
  const [made, setMade] = useState<ConnectionSettingsView | null>(null);
  const heading = useRef<HTMLDivElement>(null);
  const { step } = draft;
  useFoundAgain(draft, found, setFound);
  if (made) return <TestStep made={made} />;
  if (!view) return <NotYet trouble={notKept} />;
  const go = (to: Step, more: Partial<DraftInput> = {}) => {
    void keep({ ...draft, ...more, step: to });
    heading.current?.focus();
  };
  const make = async (last: Partial<DraftInput>) => {
    const whole = { ...draft, ...last };
    const said = settingsOf(whole, { clientSecret, place: view.place, found });
    const answer = await client.makeConnection({ ...said, promised: view.place.id });
    if (answer.ok) return setMade(answer.value);
    setRefused(answer.trouble);
    if (answer.trouble.code === 'settings_changed') return;
    const [first] = answer.trouble.errors ?? [];
    const exists = answer.trouble.code === 'connection_exists';
    await keep({ ...whole, step: exists ? 'register' : first ? stepOf(first.path) : 'claims' });
  };
  const props: StepProps = {
    draft,
    place: view.place,
    found,
    trouble: refused,
    change: (more) => setDraft((now) => ({ ...now, ...more })),
    go,
  };
  return (
    <SetUpPage title={wizard.title} lead={wizard.lead}>
      {resumedAt && <Resumed at={resumedAt} onDrop={() => void drop().then(() => setFound(null))} />}
      <StepList now={step} onGo={(to) => go(to)} />
      <TroubleNote trouble={refused ?? notKept} onLoadAnew={() => void load().then(() => setRefused(null))} />
      <div ref={heading} tabIndex={-1} className="outline-none">
        <Card>
          {step === 'issuer' && <IssuerStep {...props} onFound={setFound} />}
          {step === 'way' && <WayStep {...props} />}
          {step === 'register' && <RegisterStep {...props} secret={clientSecret} onSecret={setSecret} />}
          {step === 'claims' && <ClaimsStep {...props} onMake={make} />}
        </Card>
      </div>
    </SetUpPage>
  );
}
