'use client';

import { brandSlug } from '@countersign/contracts';
import { useId, useState } from 'react';
import { signInAddress } from '../api/agent.client';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';

/** Where brands are not listed, an agent knows the name of theirs. */
export function BrandField({ returnTo, hint, brand }: { returnTo: string; hint?: string; brand?: string }) {
  const { apiUrl } = useSettings();
  const { signIn } = useWords();
  const [name, setName] = useState(brand ?? '');
  const [wrong, setWrong] = useState(false);
  const field = useId();
  const note = useId();
  return (
    <form
      className="rounded-card border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault();
        const slug = brandSlug.safeParse(name.trim().toLowerCase());
        setWrong(!slug.success);
        if (slug.success) location.assign(signInAddress(apiUrl, slug.data, returnTo, hint));
      }}
    >
      <label htmlFor={field} className="text-sm font-medium">
        {signIn.brand}
      </label>
      <input
        id={field}
        name="brand"
        data-testid="brand"
        autoComplete="organization"
        autoCapitalize="none"
        spellCheck={false}
        value={name}
        onChange={(event) => setName(event.target.value)}
        aria-invalid={wrong}
        aria-describedby={note}
        className="mt-1 block h-9 w-full rounded-control border border-control bg-surface px-3 text-base aria-invalid:border-revoked-border"
      />
      <p id={note} className={wrong ? 'mt-1 text-xs text-revoked-ink' : 'mt-1 text-xs text-quiet'}>
        {signIn.brandNote}
      </p>
      <Button kind="primary" type="submit" className="mt-3 w-full" data-testid="sign-in">
        {signIn.go}
      </Button>
    </form>
  );
}
