import type { ReactNode } from 'react';
import { DeskGate } from '../../desk/desk-gate';
import { ListDetail } from '../../list-detail/list-detail';
import { RoleGate } from '../../list-detail/role-gate';
import { WebhookList } from '../../webhooks/webhook-list';
import { WebhooksProvider } from '../../webhooks/webhooks-context';

export default function WebhooksLayout({ children }: { children: ReactNode }) {
  return (
    <DeskGate>
      <RoleGate needs="developer">
        <WebhooksProvider>
          <ListDetail section="webhooks" list={<WebhookList />}>
            {children}
          </ListDetail>
        </WebhooksProvider>
      </RoleGate>
    </DeskGate>
  );
}
