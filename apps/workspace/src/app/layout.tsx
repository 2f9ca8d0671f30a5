import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { readSettings } from '../env';
import { Shown } from '../guide/shown';
import { DemoBanner } from '../settings/demo-banner';
import { Providers } from '../settings/providers';
import { serverTongue } from '../settings/server-tongue';
import { readTheme, THEME_COOKIE } from '../settings/theme';
import { spoken } from '../words/languages';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Countersign workspace', template: '%s · Countersign workspace' },
  description: 'Where agents answer, and see who they are speaking to',
};

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is drawn per request: the nonce and the settings belong to it.
  await connection();
  const settings = readSettings();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const tongue = await serverTongue();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html
      lang={tongue.locale}
      dir={spoken[tongue.language].direction}
      {...(theme === 'system' ? {} : { 'data-theme': theme })}
    >
      <body className="flex h-dvh flex-col overflow-hidden">
        {settings.demo && settings.brandSiteUrl && <Shown by={settings.brandSiteUrl} />}
        <Providers settings={settings} theme={theme} tongue={tongue} nonce={nonce}>
          {settings.demo && <DemoBanner shop={settings.brandSiteUrl} />}
          <div className="flex min-h-0 flex-1 flex-col">{children}</div>
        </Providers>
      </body>
    </html>
  );
}
