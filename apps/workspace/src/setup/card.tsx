import type { ReactNode } from 'react';
import type { Trouble } from '../api/answer';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { Copyable } from '../ui/copy';
import { Notice } from '../ui/notice';

export function Card({
  title,
  note,
  aside,
  children,
  className,
}: {
  title?: ReactNode;
  note?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
  className?: string;
}) {
  return (
    <section className={classNames('rounded-card border border-line bg-surface p-4 pane:p-5', className)}>
      {title && (
        <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
          <div className="min-w-0">
            <h2 className="text-base font-semibold">{title}</h2>
            {note && <p className="mt-0.5 text-sm text-quiet">{note}</p>}
          </div>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** Something to take elsewhere, with what it is. */
export function CopyRow({ name, text, testid }: { name: string; text: string; testid?: string }) {
  const { setUp } = useWords();
  return (
    <div className="flex flex-col gap-0.5 border-b border-line py-2 last:border-b-0">
      <dt className="text-xs text-quiet">{name}</dt>
      <dd className="m-0">
        <Copyable text={text} label={setUp.copy(name)} {...(testid ? { testid } : {})} />
      </dd>
    </div>
  );
}

/**
 * What the service said of the whole, beside what it said of single fields.
 * @param onLoadAnew where somebody else may have changed it: what is typed stays until it is pressed
 */
export function TroubleNote({ trouble, onLoadAnew }: { trouble: Trouble | null; onLoadAnew?: () => void }) {
  const { setUp, trouble: told } = useWords();
  if (!trouble) return null;
  const text = trouble.errors?.length ? setUp.notRight : told(trouble);
  return (
    <Notice
      tone="refused"
      role="alert"
      testid="trouble"
      action={
        onLoadAnew &&
        trouble.code === 'settings_changed' && (
          <button
            type="button"
            className="shrink-0 cursor-pointer underline"
            data-testid="load-anew"
            onClick={onLoadAnew}
          >
            {setUp.loadAnew}
          </button>
        )
      }
    >
      {text}
    </Notice>
  );
}

/** What is wrong with one member, if anything. A member of a list counts as the list. */
export function errorOf(trouble: Trouble | null, path: string): string | undefined {
  const found = trouble?.errors?.find((one) => one.path === path || one.path.startsWith(`${path}.`));
  if (!found) return undefined;
  const position = /\.(\d+)$/.exec(found.path)?.[1];
  return position === undefined ? found.message : `${found.message} (number ${Number(position) + 1})`;
}
