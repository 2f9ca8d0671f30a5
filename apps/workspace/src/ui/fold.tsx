'use client';

import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** A line that opens what is behind it. */
export function Fold({
  title,
  open,
  onOpenChange,
  children,
}: {
  title: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Collapsible.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}
    >
      <Collapsible.Trigger className="group -mx-1.5 flex w-[calc(100%+12px)] cursor-pointer items-center gap-1 rounded-control px-1.5 py-1 text-start text-sm hover:bg-hover">
        <ChevronRight
          aria-hidden
          size={14}
          className="shrink-0 text-quiet transition-transform duration-150 group-data-panel-open:rotate-90 rtl:-scale-x-100 rtl:group-data-panel-open:-rotate-90"
        />
        <span className="min-w-0 flex-1">{title}</span>
      </Collapsible.Trigger>
      <Collapsible.Panel className="pt-1">{children}</Collapsible.Panel>
    </Collapsible.Root>
  );
}
