import * as brand from '../http/brand.js';
import * as consumers from '../http/consumers.js';
import * as customers from '../http/customers.js';
import type { Route } from './route.js';

/** Customers as leads see them. */
export const customerRoutes = {
  listCustomers: {
    method: 'GET',
    path: '/v1/agent/customers',
    summary: 'Customers by subject, account or name; without a search, who came last',
    caller: 'lead',
    query: customers.customerQuery,
    answer: customers.customerList,
    status: 200,
  },
  getCustomer: {
    method: 'GET',
    path: '/v1/agent/customers/{consumer}',
    summary:
      'One customer with all facts, sessions, conversations and the history of identity; the look is audited',
    caller: 'lead',
    answer: customers.customerDetail,
    status: 200,
  },
  exportCustomer: {
    method: 'GET',
    path: '/v1/agent/customers/{consumer}/export',
    summary: 'All that is known of one customer, to hand out',
    caller: 'lead',
    answer: consumers.consumerExport,
    status: 200,
  },
  signCustomerOut: {
    method: 'POST',
    path: '/v1/agent/customers/{consumer}/sign-out',
    summary: 'Sign one customer out everywhere',
    caller: 'lead',
    answer: brand.endSessionsResult,
    status: 200,
  },
  eraseCustomer: {
    method: 'DELETE',
    path: '/v1/agent/customers/{consumer}',
    summary: 'Erase one customer, with all that is known of them',
    caller: 'lead',
    answer: consumers.erasedView,
    status: 200,
  },
} as const satisfies Record<string, Route>;
