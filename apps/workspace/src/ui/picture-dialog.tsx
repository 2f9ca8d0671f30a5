'use client';

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useWords } from '../settings/tongue';

/** A picture, as large as there is room for. */
export function PictureDialog({
  name,
  source,
  open,
  onOpenChange,
}: {
  name: string;
  source: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { shell } = useWords();
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-(--scrim)" />
        <Dialog.Popup
          data-testid="picture"
          className="fixed inset-0 z-50 m-auto flex h-fit w-fit max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)] flex-col rounded-card border border-line bg-surface shadow-float"
        >
          <div className="flex items-center gap-3 px-4 py-2">
            <Dialog.Title className="min-w-0 flex-1 truncate text-base font-semibold">
              <bdi>{name}</bdi>
            </Dialog.Title>
            <a
              href={source}
              target="_blank"
              rel="noopener noreferrer"
              className="text-sm text-accent-ink underline underline-offset-2"
            >
              {shell.openAlone}
            </a>
            <Dialog.Close
              aria-label={shell.close}
              className="grid size-8 cursor-pointer place-items-center rounded-control hover:bg-hover"
            >
              <X aria-hidden size={16} />
            </Dialog.Close>
          </div>
          <img src={source} alt={name} className="min-h-0 flex-1 object-contain" />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
