'use client';

import { KeyTable } from '../queue/key-sheet';
import { PlainDialog } from '../ui/dialog';

const sheet = [
  { keys: ['j', 'k'], does: 'Move along connections and attempts (arrows too)' },
  { keys: ['Enter'], does: 'Open it' },
  { keys: ['Ctrl', 'Enter'], does: 'Try what was pasted, in the token tester' },
  { keys: ['?'], does: 'This sheet' },
] as const;

export function ConnectionKeys({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <PlainDialog title="Keyboard" open={open} onOpenChange={onOpenChange}>
      <KeyTable rows={sheet} />
    </PlainDialog>
  );
}
