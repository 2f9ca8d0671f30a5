'use client';

import { KeyRound } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Copyable } from '../ui/copy';

/** A secret, where it is shown: once. */
export function SecretOnce({
  secret,
  rotated,
  onDone,
}: {
  secret: string;
  /** There was one before, which signs on for a day. */
  rotated: boolean;
  onDone: () => void;
}) {
  const words = useWords().webhooks.secret;
  return (
    <section
      aria-label={words.label}
      className="flex flex-col gap-2 rounded-card border border-accent bg-accent-bg p-4"
      data-testid="secret-once"
    >
      <h2 className="flex items-center gap-2 text-sm font-semibold">
        <KeyRound aria-hidden size={15} />
        {rotated ? words.rotated : words.made}
      </h2>
      <p className="text-sm text-pretty">
        {words.once} {rotated && words.both}
      </p>
      <div className="rounded-control border border-line bg-surface px-3 py-2">
        <Copyable text={secret} label={words.copy} testid="copy-secret" />
      </div>
      <div>
        <Button onClick={onDone} data-testid="secret-kept">
          {words.kept}
        </Button>
      </div>
    </section>
  );
}
