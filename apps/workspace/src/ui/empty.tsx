import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Nothing is here, and why that is well. */
export function Empty({
  icon: Icon,
  title,
  level: Heading = 'h2',
  children,
  action,
}: {
  icon: LucideIcon;
  title: string;
  /** `h1` where nothing else on the page is headed. */
  level?: 'h1' | 'h2';
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 p-8 text-center">
      <Icon aria-hidden size={28} strokeWidth={1.5} className="text-quiet" />
      <div className="max-w-72">
        <Heading className="text-lg font-semibold text-balance">{title}</Heading>
        {children && <p className="mt-1 text-base text-pretty text-quiet">{children}</p>}
      </div>
      {action}
    </div>
  );
}
