import type { ReactNode } from 'react';
import { classNames } from './class-names';

/**
 * A name in one line. It stands where the page's lines begin, and what does not fit is cut at the name's own end: one
 * element for each, for an element that is cut at its end begins where its own line does.
 */
export function OneLine({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <span className={classNames('min-w-0', className)}>
      <span dir="auto" className="inline-block max-w-full truncate align-bottom">
        {children}
      </span>
    </span>
  );
}
