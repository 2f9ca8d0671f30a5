import type { ReactNode } from 'react';
import { classNames } from './class-names';

const tones = {
  plain: 'bg-hover text-quiet',
  accent: 'bg-accent-bg text-accent-ink',
  amber: 'bg-conflict-bg text-conflict-ink',
  red: 'bg-revoked-bg text-revoked-ink',
  green: 'bg-verified-bg text-verified-ink',
} as const;

export function Pill({
  tone = 'plain',
  className,
  children,
}: {
  tone?: keyof typeof tones;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-full px-2 py-px text-xs font-medium whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
