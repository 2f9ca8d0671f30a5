'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useWords } from '../settings/tongue';
import { buttonLook } from './button';
import { classNames } from './class-names';

const backdrop =
  'fixed inset-0 z-40 bg-(--scrim) transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0';
const popup =
  'fixed inset-0 z-50 m-auto h-fit w-[26rem] max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-5 shadow-float transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0';

type Shown = { open: boolean; onOpenChange: (open: boolean) => void };

export function PlainDialog({
  title,
  open,
  onOpenChange,
  children,
  action,
}: Shown & {
  title: string;
  children: ReactNode;
  /** What it is open for, beside closing it. */
  action?: ReactNode;
}) {
  const { shell } = useWords();
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdrop} />
        <Dialog.Popup className={popup}>
          <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
          {children}
          <div className="mt-5 flex justify-end gap-2">
            <Dialog.Close className={buttonLook('plain')}>{shell.close}</Dialog.Close>
            {action}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Asks before something that cannot be taken back. */
export function Confirm({
  title,
  text,
  action,
  onConfirm,
  open,
  onOpenChange,
}: Shown & { title: string; text: string; action: string; onConfirm: () => void }) {
  const { shell } = useWords();
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdrop} />
        <AlertDialog.Popup className={classNames(popup, 'w-96')}>
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-base text-quiet">{text}</AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Close className={buttonLook('plain')}>{shell.cancel}</AlertDialog.Close>
            <AlertDialog.Close className={buttonLook('danger')} data-testid="confirm" onClick={onConfirm}>
              {action}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
