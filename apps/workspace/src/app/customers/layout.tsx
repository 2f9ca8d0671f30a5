import type { ReactNode } from 'react';
import { CustomerList } from '../../customers/customer-list';
import { DeskGate } from '../../desk/desk-gate';
import { ListDetail } from '../../list-detail/list-detail';
import { RoleGate } from '../../list-detail/role-gate';

export default function CustomersLayout({ children }: { children: ReactNode }) {
  return (
    <DeskGate>
      <RoleGate needs="lead">
        <ListDetail section="customers" list={<CustomerList />}>
          {children}
        </ListDetail>
      </RoleGate>
    </DeskGate>
  );
}
