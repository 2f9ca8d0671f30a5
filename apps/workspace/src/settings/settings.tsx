'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Settings } from '../env';

const SettingsContext = createContext<Settings | null>(null);

/** What the server read from its environment, for the browser. */
export function SettingsProvider({ settings, children }: { settings: Settings; children: ReactNode }) {
  return <SettingsContext value={settings}>{children}</SettingsContext>;
}

export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error('The settings are read outside of their provider.');
  return settings;
}
