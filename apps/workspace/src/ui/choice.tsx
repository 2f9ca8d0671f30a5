import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

/** One of several, with its label. The browser's own list: it is known to every keyboard and every phone. */
export function Choice({
  label,
  className,
  children,
  ...rest
}: ComponentProps<'select'> & { label: string; children: ReactNode }) {
  return (
    <label className={classNames('flex min-w-0 flex-col gap-1 text-xs font-medium text-quiet', className)}>
      {label}
      <select
        className="h-8 w-full min-w-0 cursor-pointer rounded-control border border-control bg-surface px-2 text-sm font-normal text-ink"
        {...rest}
      >
        {children}
      </select>
    </label>
  );
}
