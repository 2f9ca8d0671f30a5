'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { KeySheet } from '../queue/key-sheet';
import { Palette } from './palette';
import { usePaletteKey } from './use-palette-key';

type Openers = { readonly openPalette: () => void; readonly openKeys: () => void };

const OpenersContext = createContext<Openers | null>(null);

/** On every page behind the sign-in: the palette, and the sheet of keys. */
export function WithPalette({ children }: { children: ReactNode }) {
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const openers = useMemo(() => ({ openPalette: () => setPalette(true), openKeys: () => setKeys(true) }), []);
  usePaletteKey(() => setPalette((open) => !open));
  return (
    <OpenersContext value={openers}>
      {children}
      <Palette open={palette} onOpenChange={setPalette} onKeys={openers.openKeys} />
      <KeySheet open={keys} onOpenChange={setKeys} />
    </OpenersContext>
  );
}

export function useOpeners(): Openers {
  const openers = useContext(OpenersContext);
  if (!openers) throw new Error('The palette is opened outside of its provider.');
  return openers;
}
