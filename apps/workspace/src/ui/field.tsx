import { type ComponentProps, type ReactNode, useId } from 'react';

const box =
  'mt-1 block w-full rounded-control border border-control bg-surface px-3 font-mono text-xs leading-5 text-ink';
const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const;

function Labelled({
  label,
  note,
  children,
}: {
  label: string;
  note?: ReactNode;
  children: (ids: { id: string; 'aria-describedby'?: string }) => ReactNode;
}) {
  const [field, words] = [useId(), useId()];
  return (
    <div>
      <label htmlFor={field} className="text-sm font-medium">
        {label}
      </label>
      {children({ id: field, ...(note ? { 'aria-describedby': words } : {}) })}
      {note && (
        <p id={words} className="mt-1 text-xs text-quiet">
          {note}
        </p>
      )}
    </div>
  );
}

type Told = { label: string; note?: ReactNode };

/** A line of code: nothing corrects, completes or remembers it. */
export function CodeField({ label, note, ...rest }: ComponentProps<'input'> & Told) {
  return (
    <Labelled label={label} note={note}>
      {(ids) => <input type="text" className={`${box} h-9`} {...plain} {...ids} {...rest} />}
    </Labelled>
  );
}

export function CodeArea({ label, note, ...rest }: ComponentProps<'textarea'> & Told) {
  return (
    <Labelled label={label} note={note}>
      {(ids) => (
        <textarea rows={7} className={`${box} resize-y py-2 break-all`} {...plain} {...ids} {...rest} />
      )}
    </Labelled>
  );
}
