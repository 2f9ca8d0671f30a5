import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const tones = {
  refused: { icon: CircleAlert, look: 'border-revoked-border bg-revoked-bg text-revoked-ink' },
  warning: { icon: TriangleAlert, look: 'border-conflict-border bg-conflict-bg text-conflict-ink' },
} as const;

/** What was refused, or is to be known before going on: a shape and words, in a box of its own. */
export function Notice({
  tone,
  title,
  role,
  testid,
  action,
  children,
}: {
  tone: keyof typeof tones;
  title?: string;
  /** `alert` where it comes up of something somebody did. */
  role?: 'alert';
  testid?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const { icon: Icon, look } = tones[tone];
  return (
    <div
      role={role}
      data-testid={testid}
      className={`flex items-start gap-2.5 rounded-card border px-3 py-2 text-sm ${look}`}
    >
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0" />
      <p className="min-w-0 flex-1 wrap-anywhere">
        {title && <strong className="block font-semibold">{title}</strong>}
        {children}
      </p>
      {action}
    </div>
  );
}
