'use client';

import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { useWords } from '../settings/tongue';
import { classNames } from './class-names';

const box =
  'mt-1 block w-full rounded-control border border-control bg-surface px-3 text-base text-ink aria-invalid:border-revoked-border';

type Told = {
  readonly label: string;
  readonly note?: ReactNode;
  /** What is wrong with it, as a sentence goes on after the label. */
  readonly error?: string | undefined;
  readonly mono?: boolean;
};

function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} role="alert" className="mt-1 flex items-start gap-1.5 text-xs text-revoked-ink">
      <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
      {text}
    </p>
  );
}

function Labelled({ label, note, error, children }: Told & { children: (ids: object) => ReactNode }) {
  const { setUp } = useWords();
  const [field, words, wrong] = [useId(), useId(), useId()];
  const described = [error && wrong, note && words].filter(Boolean).join(' ');
  const ids = {
    id: field,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
  };
  return (
    <div>
      <label htmlFor={field} className="text-sm font-medium">
        {label}
      </label>
      {children(ids)}
      {error && <FieldError id={wrong} text={setUp.wrong(label, error)} />}
      {note && (
        <p id={words} className="mt-1 text-xs text-quiet">
          {note}
        </p>
      )}
    </div>
  );
}

/** `mono`: a line of code. */
export function TextField({ label, note, error, mono, className, ...rest }: ComponentProps<'input'> & Told) {
  return (
    <Labelled label={label} note={note} error={error}>
      {(ids) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...(mono ? { dir: 'ltr', autoCapitalize: 'none' } : {})}
          className={classNames(box, 'h-9', mono && 'font-mono text-sm', className)}
          {...ids}
          {...rest}
        />
      )}
    </Labelled>
  );
}

/** Lines of code: nothing corrects, completes or remembers them. */
export function TextArea({ label, note, error, ...rest }: ComponentProps<'textarea'> & Told) {
  return (
    <Labelled label={label} note={note} error={error}>
      {(ids) => (
        <textarea
          dir="ltr"
          rows={4}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className={classNames(box, 'resize-y py-2 font-mono text-xs leading-5')}
          {...ids}
          {...rest}
        />
      )}
    </Labelled>
  );
}

export function SelectField({
  label,
  note,
  error,
  children,
  ...rest
}: ComponentProps<'select'> & Told & { children: ReactNode }) {
  return (
    <Labelled label={label} note={note} error={error}>
      {(ids) => (
        <select className={classNames(box, 'h-9 cursor-pointer')} {...ids} {...rest}>
          {children}
        </select>
      )}
    </Labelled>
  );
}
