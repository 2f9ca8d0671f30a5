'use client';

import { Dialog } from '@base-ui/react/dialog';
import { MessageSquareQuote } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { CannedList } from './canned-list';

const fades = 'transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0';

/** All that is said often, to be looked for and inserted; leads keep it here. */
export function CannedButton({ id, onInsert }: { id: string; onInsert: (text: string) => void }) {
  const { canned } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        render={
          <Button kind="quiet" aria-label={canned.title} data-testid="canned" data-canned className="h-9">
            <MessageSquareQuote aria-hidden size={16} />
          </Button>
        }
      />
      <Dialog.Portal>
        <Dialog.Backdrop className={`fixed inset-0 z-40 bg-(--scrim) ${fades}`} />
        <Dialog.Popup
          className={`fixed inset-0 z-50 m-auto flex h-[36rem] max-h-[calc(100dvh-2rem)] w-[36rem] max-w-[calc(100vw-2rem)] flex-col gap-3 rounded-card border border-line bg-surface p-5 shadow-float ${fades}`}
        >
          <Dialog.Title className="text-lg font-semibold">{canned.title}</Dialog.Title>
          <CannedList
            id={id}
            onInsert={(text) => {
              onInsert(text);
              setOpen(false);
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
