import type { ReactNode } from 'react';

/** One part of the identity panel, with a heading of its own. */
export function PanelSection({
  title,
  note,
  testid,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  testid?: string;
  children: ReactNode;
}) {
  return (
    <section data-testid={testid} className="border-t border-line px-4 py-3.5">
      <h3 className="text-sm leading-5 font-semibold">{title}</h3>
      {note && <p className="text-xs text-quiet">{note}</p>}
      <div className="mt-2">{children}</div>
    </section>
  );
}
