import type { ReactNode } from 'react';

/** One part of the identity panel, with a heading of its own. */
export function PanelSection({
  title,
  note,
  testid,
  rail,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  testid?: string;
  /** The colour of a line along it, which says of what kind all of it is. */
  rail?: string;
  children: ReactNode;
}) {
  return (
    <section data-testid={testid} className="border-t border-line px-4 py-3.5">
      <div className={rail ? `border-s-2 ps-3 ${rail}` : undefined}>
        <h3 className="text-sm leading-5 font-semibold">{title}</h3>
        {note && <p className="text-xs text-quiet">{note}</p>}
        <div className="mt-2">{children}</div>
      </div>
    </section>
  );
}
