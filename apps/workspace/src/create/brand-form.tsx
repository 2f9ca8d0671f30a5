'use client';

import { brandName, type SlugView, slugFor } from '@countersign/contracts';
import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Trouble } from '../api/answer';
import type { signUpClient } from '../api/sign-up.client';
import { useWords } from '../settings/tongue';
import { errorOf, TroubleNote } from '../setup/card';
import { Button } from '../ui/button';
import { TextField } from '../ui/fields';

const PAUSE_MS = 250;

/** Whether a short name can be had, asked while it is typed. */
function useSlug(slug: string, client: ReturnType<typeof signUpClient>) {
  const [seen, setSeen] = useState<{ slug: string; state: SlugView['state'] } | null>(null);
  useEffect(() => {
    if (slug === '') return;
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await client.slug(slug);
      if (current && answer.ok) setSeen({ slug, state: answer.value.state });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [slug, client]);
  return seen?.slug === slug ? seen.state : null;
}

function ShortName({
  slug,
  state,
  error,
  onChange,
}: {
  slug: string;
  state: SlugView['state'] | null;
  error: string | undefined;
  onChange: (slug: string) => void;
}) {
  const { create } = useWords();
  const wrong = state && state !== 'free' ? create.slugs[state] : error;
  return (
    <TextField
      label={create.shortName}
      name="slug"
      data-testid="brand-slug"
      mono
      autoCapitalize="none"
      value={slug}
      error={slug === '' ? undefined : wrong}
      note={
        state === 'free' ? (
          <span className="inline-flex items-center gap-1 text-verified-ink" data-testid="slug-free">
            <Check aria-hidden size={13} />
            {create.free}
          </span>
        ) : (
          create.shortNameNote
        )
      }
      onChange={(event) => onChange(event.target.value.toLowerCase())}
    />
  );
}

/** Names a brand. The short name follows the name until somebody writes one of their own. */
export function BrandForm({ client, first }: { client: ReturnType<typeof signUpClient>; first: boolean }) {
  const { create: words } = useWords();
  const [name, setName] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const slug = own ?? slugFor(name);
  const state = useSlug(slug, client);
  const read = brandName.safeParse(name);
  const wrongName = name.trim() !== '' && !read.success ? read.error.issues[0]?.message : undefined;
  const create = async () => {
    setBusy(true);
    const answer = await client.create({ name, slug });
    if (answer.ok) return location.assign('/setup');
    setBusy(false);
    setTrouble(answer.trouble);
  };
  return (
    <form
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-5"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      {!first && <h2 className="text-base font-semibold">{words.another}</h2>}
      <TextField
        label={words.name}
        name="name"
        data-testid="brand-name"
        dir="auto"
        autoFocus={first}
        value={name}
        placeholder={words.nameHint}
        error={wrongName ?? errorOf(trouble, 'name')}
        note={words.nameNote}
        onChange={(event) => setName(event.target.value)}
      />
      <ShortName slug={slug} state={state} error={errorOf(trouble, 'slug')} onChange={setOwn} />
      {trouble && !trouble.errors && <TroubleNote trouble={trouble} />}
      <Button
        kind="primary"
        type="submit"
        className="h-10"
        data-testid="create-brand"
        disabled={busy || !read.success || state !== 'free'}
      >
        {busy ? words.creating : words.act}
      </Button>
    </form>
  );
}
