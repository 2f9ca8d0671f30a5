import type { ReactNode } from 'react';
import { DeskGate } from '../../desk/desk-gate';
import { Panes } from '../../desk/panes';

export default function ConversationsLayout({ children }: { children: ReactNode }) {
  return (
    <DeskGate>
      <Panes>{children}</Panes>
    </DeskGate>
  );
}
