'use client';

import type { SignUpMe, SignUpView } from '@countersign/contracts';
import { ArrowRight } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Trouble } from '../api/answer';
import { signUpClient } from '../api/sign-up.client';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Button, buttonLook } from '../ui/button';
import { Fill } from '../ui/fill';
import { BrandForm } from './brand-form';
import { Choose } from './choose';

function Head({ title, children }: { title: string; children: string }) {
  return (
    <>
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="mt-1 mb-5 text-base text-pretty text-quiet">{children}</p>
    </>
  );
}

function Closed() {
  const { create } = useWords();
  return <Head title={create.closed}>{create.closedText}</Head>;
}

function Begin({ mode, provider, leave }: { mode: SignUpView['mode']; provider: string; leave: string }) {
  const { create } = useWords();
  return (
    <>
      <Head title={create.title}>{mode === 'invited' ? create.invitedText : create.openText}</Head>
      <a href={leave} data-testid="sign-up" className={buttonLook('primary', 'h-10 w-full no-underline')}>
        {create.continueWith(provider)}
        <ArrowRight aria-hidden size={15} className="rtl:-scale-x-100" />
      </a>
      <p className="mt-3 text-center text-sm text-quiet">
        {create.invited}
        <a href="/sign-in" className="font-medium">
          {create.signIn}
        </a>
      </p>
    </>
  );
}

function SignedIn({ me, client }: { me: SignUpMe; client: ReturnType<typeof signUpClient> }) {
  const { create } = useWords();
  const { mayNotCreate: why } = me;
  const refusal = why && create.refusals[why](me.limit);
  const other = async () => {
    await client.signOut();
    location.assign('/create');
  };
  return (
    <>
      <Head title={me.brands.length > 0 ? create.yours : create.first}>
        {me.brands.length > 0 ? create.yoursText : create.firstText}
      </Head>
      {me.brands.length > 0 && <Choose brands={me.brands} client={client} />}
      {refusal ? (
        <p
          role="status"
          data-testid="may-not-create"
          className="rounded-card border border-line bg-surface p-4 text-base"
        >
          {refusal}
        </p>
      ) : (
        <BrandForm client={client} first={me.brands.length === 0} />
      )}
      <p className="mt-4 text-sm text-quiet">
        <Fill
          text={create.signedInAs}
          who={<bdi className="font-medium text-ink">{me.person.email ?? me.person.name}</bdi>}
        />{' '}
        <Button kind="quiet" className="h-6 px-1.5" onClick={() => void other()} data-testid="other-account">
          {create.otherAccount}
        </Button>
      </p>
    </>
  );
}

/** From nobody to the admin of a brand. */
export function CreateBrand() {
  const { apiUrl } = useSettings();
  const { create, shell, trouble: told } = useWords();
  const client = useMemo(() => signUpClient(apiUrl), [apiUrl]);
  const [view, setView] = useState<SignUpView | null>(null);
  const [me, setMe] = useState<SignUpMe | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const load = useCallback(async () => {
    const [how, who] = await Promise.all([client.view(), client.me()]);
    if (who.ok) setMe(who.value);
    if (how.ok) setView(how.value);
    setTrouble(how.ok ? null : how.trouble);
  }, [client]);
  useEffect(() => void load(), [load]);
  if (trouble)
    return (
      <>
        <Head title={create.title}>{told(trouble)}</Head>
        <Button onClick={() => void load()}>{shell.tryAgain}</Button>
      </>
    );
  if (!view)
    return (
      <p role="status" className="skeleton h-40 text-[0px]">
        {shell.loading}
      </p>
    );
  if (me) return <SignedIn me={me} client={client} />;
  return view.mode === 'closed' || view.provider === null ? (
    <Closed />
  ) : (
    <Begin mode={view.mode} provider={view.provider} leave={client.leave} />
  );
}
