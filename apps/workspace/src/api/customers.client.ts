import {
  consumerExport,
  customerDetail,
  customerList,
  endSessionsResult,
  erasedView,
} from '@countersign/contracts';
import { call } from './call';

/** Customers, for leads. Each look is written down by the service. */
export function customersClient(apiUrl: string) {
  const at = (id = '', rest = '') =>
    `${apiUrl}/v1/agent/customers${id && `/${encodeURIComponent(id)}`}${rest}`;
  return {
    list: (search: string) => call(at('', `?${new URLSearchParams({ search })}`), customerList),
    look: (id: string) => call(at(id), customerDetail),
    export: (id: string) => call(at(id, '/export'), consumerExport),
    signOut: (id: string) => call(at(id, '/sign-out'), endSessionsResult, 'POST'),
    erase: (id: string) => call(at(id), erasedView, 'DELETE'),
  };
}
