import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Nothing is here, and why that is well. */
export function Empty({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 p-8 text-center">
      <Icon aria-hidden size={28} strokeWidth={1.5} className="text-quiet" />
      <div className="max-w-72">
        <h2 className="text-lg font-semibold text-balance">{title}</h2>
        {children && <p className="mt-1 text-base text-pretty text-quiet">{children}</p>}
      </div>
      {action}
    </div>
  );
}
