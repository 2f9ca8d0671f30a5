import type { Metadata } from 'next';
import '../../../lobby/lobby.css';

export const metadata: Metadata = {
  title: 'Countersign: the lobby',
  description: 'Authenticated chat that anyone can run. Open the shop and the agent’s desk side by side.',
};

export default function LobbyLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
