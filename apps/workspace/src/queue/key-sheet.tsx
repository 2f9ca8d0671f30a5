'use client';

import { PlainDialog } from '../ui/dialog';

const sheet = [
  { keys: ['j', 'k'], does: 'Move along the queue (arrows too)' },
  { keys: ['Enter'], does: 'Open the conversation' },
  { keys: ['t'], does: 'Take it' },
  { keys: ['r'], does: 'Write an answer' },
  { keys: ['i'], does: 'Show who it is' },
  { keys: ['Esc'], does: 'Leave the text field or a dialog' },
  { keys: ['?'], does: 'This sheet' },
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

export function KeySheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <PlainDialog title="Keyboard" open={open} onOpenChange={onOpenChange}>
      <KeyTable rows={sheet} />
    </PlainDialog>
  );
}
