'use client';

import { KeyTable } from '../queue/key-sheet';
import { useWords } from '../settings/tongue';
import { PlainDialog } from '../ui/dialog';
import type { Words } from '../words/languages';

export type KeyRow = { readonly keys: readonly string[]; readonly does: keyof Words['shell']['listKeys'] };

/** Which keys do something on this page. */
export function KeysDialog({
  rows,
  open,
  onOpenChange,
}: {
  rows: readonly KeyRow[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { shell } = useWords();
  return (
    <PlainDialog title={shell.keyboard} open={open} onOpenChange={onOpenChange}>
      <KeyTable rows={rows.map(({ keys, does }) => ({ keys, does: shell.listKeys[does] }))} />
    </PlainDialog>
  );
}
