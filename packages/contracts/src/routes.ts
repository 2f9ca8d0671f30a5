import { agentRoutes } from './routes/agents.js';
import { brandRoutes } from './routes/brands.js';
import { consumerRoutes } from './routes/consumers.js';
import { operatorRoutes } from './routes/operators.js';

export type { Caller, Route } from './routes/route.js';
export { testClockRoutes } from './routes/test-clock.js';

/** The HTTP interface, as data: the OpenAPI document is made from it. */
export const routes = { ...consumerRoutes, ...brandRoutes, ...operatorRoutes, ...agentRoutes } as const;
