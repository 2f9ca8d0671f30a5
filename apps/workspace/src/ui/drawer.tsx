'use client';

import { Drawer } from '@base-ui/react/drawer';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTongue } from '../settings/tongue';

/** A pane that comes from where lines end: over the conversation, or as a pane of its own on a narrow screen. */
export function SideDrawer({
  title,
  open,
  onOpenChange,
  children,
}: {
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}) {
  const { direction, words } = useTongue();
  return (
    <Drawer.Root
      open={open}
      onOpenChange={onOpenChange}
      swipeDirection={direction === 'rtl' ? 'left' : 'right'}
    >
      <Drawer.Portal>
        <Drawer.Backdrop className="fixed inset-0 z-40 bg-(--scrim) transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Drawer.Viewport className="fixed inset-0 z-50 flex items-stretch justify-end">
          <Drawer.Popup className="flex h-full w-full [transform:translateX(var(--drawer-swipe-movement-x))] flex-col border-line bg-surface shadow-float outline-none transition-transform duration-200 [--away:100%] rtl:[--away:-100%] data-ending-style:[transform:translateX(var(--away))] data-starting-style:[transform:translateX(var(--away))] data-swiping:select-none pane:w-[360px] pane:border-s motion-reduce:transition-none">
            <div className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-3">
              <Drawer.Close
                aria-label={words.panel.back}
                className="inline-flex size-8 cursor-pointer items-center justify-center rounded-control text-quiet hover:bg-hover hover:text-ink"
              >
                <ArrowLeft aria-hidden size={16} className="rtl:-scale-x-100" />
              </Drawer.Close>
              <Drawer.Title className="text-base font-semibold">{title}</Drawer.Title>
            </div>
            <Drawer.Content className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
              {children}
            </Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
