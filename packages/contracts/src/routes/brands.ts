import * as agent from '../http/agent.js';
import * as brand from '../http/brand.js';
import * as facts from '../http/facts.js';
import type { Route } from './route.js';

/** What a brand’s backend may ask. */
export const brandRoutes = {
  pushFacts: {
    method: 'PUT',
    path: '/v1/connections/{connection}/consumers/{subject}/facts',
    summary: 'Replace what the brand says of a consumer',
    caller: 'brand',
    body: brand.pushFacts,
    answer: brand.pushFactsResult,
    status: 200,
  },
  readFacts: {
    method: 'GET',
    path: '/v1/connections/{connection}/consumers/{subject}/facts',
    summary: 'What is known of a consumer, and by whom: verified facts, and apart from them what pages say',
    caller: 'brand',
    answer: facts.consumerFacts,
    status: 200,
  },
  readFactsById: {
    method: 'GET',
    path: '/v1/connections/{connection}/facts/{consumer}',
    summary: 'The same, by the consumer’s id as webhooks name it',
    caller: 'brand',
    answer: facts.consumerFacts,
    status: 200,
  },
  endSessions: {
    method: 'POST',
    path: '/v1/connections/{connection}/consumers/{subject}/sessions/end',
    summary: 'Sign a consumer out everywhere',
    caller: 'brand',
    answer: brand.endSessionsResult,
    status: 200,
  },
  readTrace: {
    method: 'GET',
    path: '/v1/connections/{connection}/attempts/{attempt}',
    summary: 'Every check of one attempt',
    caller: 'brand',
    answer: agent.traceView,
    status: 200,
  },
} as const satisfies Record<string, Route>;
