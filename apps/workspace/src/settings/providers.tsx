'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Settings } from '../env';
import type { Language } from '../words/languages';
import { SettingsProvider } from './settings';
import { keepTheme, type Theme } from './theme';
import { TongueProvider } from './tongue';

const ThemeContext = createContext<{ theme: Theme; choose: (theme: Theme) => void } | null>(null);

export function Providers({
  settings,
  theme: initial,
  tongue,
  nonce,
  children,
}: {
  settings: Settings;
  theme: Theme;
  tongue: { readonly language: Language; readonly locale: string };
  nonce: string | undefined;
  children: ReactNode;
}) {
  const [theme, setTheme] = useState(initial);
  const choose = (chosen: Theme) => {
    keepTheme(chosen);
    setTheme(chosen);
  };
  return (
    <SettingsProvider settings={settings}>
      <ThemeContext value={{ theme, choose }}>
        <TongueProvider {...tongue}>
          <CSPProvider {...(nonce ? { nonce } : {})}>{children}</CSPProvider>
        </TongueProvider>
      </ThemeContext>
    </SettingsProvider>
  );
}

export function useTheme() {
  const context = useContext(ThemeContext);
  if (!context) throw new Error('The theme is read outside of its provider.');
  return context;
}
