import type { Metadata } from 'next';
import '../../larkspur/larkspur.css';

export const metadata: Metadata = { title: 'Signing in to the chat', robots: { index: false } };

/** The small window that fetches a code at the provider. Nothing foreign is loaded here. */
export default function ChatWindowLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en-GB">
      <body className="grid min-h-dvh place-content-center px-6 text-center">{children}</body>
    </html>
  );
}
