import type { ComponentProps } from 'react';
import { classNames } from './class-names';

const kinds = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent',
  plain: 'bg-surface text-ink border-control hover:bg-hover',
  quiet: 'bg-transparent text-quiet border-transparent hover:bg-hover hover:text-ink',
  danger: 'bg-surface text-revoked-ink border-revoked-border hover:bg-revoked-bg',
} as const;

type Kind = keyof typeof kinds;

export const buttonLook = (kind: Kind, more?: string): string =>
  classNames(
    'inline-flex h-8 shrink-0 cursor-pointer items-center justify-center gap-1.5 rounded-control border px-3 text-sm font-medium whitespace-nowrap',
    'transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    kinds[kind],
    more,
  );

export function Button({
  kind = 'plain',
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { kind?: Kind }) {
  return <button type={type} className={buttonLook(kind, className)} {...rest} />;
}
