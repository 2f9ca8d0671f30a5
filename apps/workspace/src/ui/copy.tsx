'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../settings/tongue';
import { classNames } from './class-names';

const TOLD_FOR = 2_000;

/** Something short in type of its own, and a button that copies it. What happened is said, not only shown. */
export function Copyable({ text, label, testid }: { text: string; label: string; testid?: string }) {
  const { shell } = useWords();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(null), TOLD_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  const Icon = copied === 'yes' ? Check : Copy;
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1">
      <code className="min-w-0 text-xs wrap-anywhere select-all">{text}</code>
      <button
        type="button"
        onClick={() => void copy()}
        aria-label={label}
        data-testid={testid}
        className={classNames(
          'inline-flex size-6 shrink-0 cursor-pointer items-center justify-center rounded-control hover:bg-hover hover:text-ink',
          copied === 'yes' ? 'text-verified-ink' : 'text-quiet',
        )}
      >
        <Icon aria-hidden size={13} />
      </button>
      <span role="status" className={copied === 'no' ? 'text-xs text-quiet' : 'sr-only'}>
        {copied === 'yes' && shell.copied}
        {copied === 'no' && shell.copyRefused}
      </span>
    </span>
  );
}
