'use client';

import { useState } from 'react';
import { useWords } from '../settings/tongue';
import { PlainDialog } from '../ui/dialog';
import { letLettersCount, lettersCount } from './kept-letters';

const sheet = [
  { keys: ['Ctrl K', '⌘ K'], does: 'palette' },
  { keys: ['j', 'k'], does: 'move' },
  { keys: ['Home', 'End'], does: 'ends' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['t'], does: 'take' },
  { keys: ['r'], does: 'write' },
  { keys: ['n'], does: 'note' },
  { keys: ['a'], does: 'assign' },
  { keys: ['y'], does: 'yours' },
  { keys: ['s'], does: 'search' },
  { keys: ['i'], does: 'identity' },
  { keys: ['Esc'], does: 'leave' },
  { keys: ['?'], does: 'sheet' },
] as const;

type Row = { readonly keys: readonly string[]; readonly does: string };

export function KeyTable({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className="mt-4 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-sm">
      {rows.map(({ keys, does }) => (
        <div key={does} className="contents">
          <dt className="flex gap-1">
            {keys.map((key) => (
              <kbd key={key} className="rounded-control border border-line bg-hover px-1.5 py-px text-xs">
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

/** For whoever speaks to their computer, or whose hand slips. */
function Letters() {
  const { shell } = useWords();
  const [count, setCount] = useState(lettersCount);
  return (
    <label className="mt-4 flex cursor-pointer items-center gap-2 border-t border-line pt-4 text-sm">
      <input
        type="checkbox"
        data-testid="letters"
        checked={count}
        onChange={(event) => {
          letLettersCount(event.target.checked);
          setCount(event.target.checked);
        }}
        className="size-4 accent-(--cs-accent)"
      />
      {shell.letters}
    </label>
  );
}

export function KeySheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { shell } = useWords();
  const rows = sheet.map(({ keys, does }) => ({ keys, does: shell.keys[does] }));
  return (
    <PlainDialog title={shell.keyboard} open={open} onOpenChange={onOpenChange}>
      <KeyTable rows={rows} />
      <Letters />
    </PlainDialog>
  );
}
