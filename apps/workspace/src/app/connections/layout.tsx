import type { ReactNode } from 'react';
import { ConnectionPanes } from '../../connections/connection-panes';
import { ConsoleProvider } from '../../connections/console-context';
import { DeveloperGate } from '../../connections/developer-gate';
import { DeskGate } from '../../desk/desk-gate';

export default function ConnectionsLayout({ children }: { children: ReactNode }) {
  return (
    <DeskGate>
      <DeveloperGate>
        <ConsoleProvider>
          <ConnectionPanes>{children}</ConnectionPanes>
        </ConsoleProvider>
      </DeveloperGate>
    </DeskGate>
  );
}
