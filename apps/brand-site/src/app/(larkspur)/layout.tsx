import type { Metadata, Viewport } from 'next';
import { ChatTag } from '../../chat/chat-tag';
import { env } from '../../env';
import { Footer } from '../../larkspur/footer';
import { Header } from '../../larkspur/header';
import { currentCustomer } from '../../session/session';
import '../../larkspur/larkspur.css';

export const metadata: Metadata = {
  title: { default: 'Larkspur Mobile', template: '%s · Larkspur Mobile' },
  description: 'Four phone plans, one small carrier, and people who answer.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f2' },
    { media: '(prefers-color-scheme: dark)', color: '#14111d' },
  ],
};

export default async function LarkspurLayout({ children }: { children: React.ReactNode }) {
  const customer = await currentCustomer();
  const { API_URL, COUNTERSIGN_DEMO } = env();
  return (
    <html lang="en-GB">
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="button button-main sr-only z-10 focus:not-sr-only focus:fixed focus:m-3"
        >
          Skip to the content
        </a>
        <Header customer={customer} />
        <main id="content" className="grow">
          {children}
        </main>
        <Footer demo={COUNTERSIGN_DEMO} chat={`${API_URL}/window/larkspur?connection=own`} />
        <ChatTag brand="larkspur" customer={customer} />
      </body>
    </html>
  );
}
