'use client';

import type { AgentView } from '@countersign/contracts';
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { DeskControl } from './desk';
import type { Desk } from './state';

type Held = {
  readonly desk: DeskControl;
  readonly me: AgentView;
  /** Answers whether it came to that: without the service nobody is signed out. */
  readonly signOut: () => Promise<boolean>;
};

const DeskContext = createContext<Held | null>(null);

export function DeskProvider({ held, children }: { held: Held; children: ReactNode }) {
  return <DeskContext value={held}>{children}</DeskContext>;
}

export function useHeld(): Held {
  const held = useContext(DeskContext);
  if (!held) throw new Error('The desk is used outside of its provider.');
  return held;
}

export const useDesk = (): DeskControl => useHeld().desk;
export const useMe = (): AgentView => useHeld().me;

/** A part of the desk's state. What is selected keeps its identity while it does not change. */
export function useDeskState<Part>(select: (state: Desk) => Part): Part {
  const { store } = useDesk();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.get()),
  );
}
