import type { ReactNode } from 'react';
import { ConnectionList } from '../../connections/connection-list';
import { ConsoleProvider } from '../../connections/console-context';
import { FindAttempt } from '../../connections/find-attempt';
import { DeskGate } from '../../desk/desk-gate';
import { ListDetail } from '../../list-detail/list-detail';
import { RoleGate } from '../../list-detail/role-gate';

export default function ConnectionsLayout({ children }: { children: ReactNode }) {
  return (
    <DeskGate>
      <RoleGate needs="developer">
        <ConsoleProvider>
          <ListDetail
            section="connections"
            list={
              <>
                <FindAttempt />
                <ConnectionList />
              </>
            }
            moreKeys={[{ keys: ['Ctrl', 'Enter'], does: 'tryToken' }]}
          >
            {children}
          </ListDetail>
        </ConsoleProvider>
      </RoleGate>
    </DeskGate>
  );
}
