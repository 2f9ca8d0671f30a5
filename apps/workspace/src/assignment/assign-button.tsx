'use client';

import { Dialog } from '@base-ui/react/dialog';
import { ArrowRightLeft } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { AssignForm } from './assign-form';

const fades = 'transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0';

/** Gives the conversation away, with a word for whoever gets it. */
export function AssignButton({ id }: { id: string }) {
  const { together } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        render={
          <Button kind="quiet" data-testid="assign" data-assign>
            <ArrowRightLeft aria-hidden size={14} />
            <span className="max-wide:sr-only">{together.assign}</span>
          </Button>
        }
      />
      <Dialog.Portal>
        <Dialog.Backdrop className={`fixed inset-0 z-40 bg-(--scrim) ${fades}`} />
        <Dialog.Popup
          className={`fixed inset-0 z-50 m-auto flex h-fit max-h-[calc(100dvh-2rem)] w-[28rem] max-w-[calc(100vw-2rem)] flex-col overflow-y-auto rounded-card border border-line bg-surface p-5 shadow-float ${fades}`}
        >
          <Dialog.Title className="text-lg font-semibold">{together.assignTitle}</Dialog.Title>
          <AssignForm id={id} onDone={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
