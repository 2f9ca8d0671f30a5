import { agentRoutes } from './routes/agents.js';
import { brandRoutes } from './routes/brands.js';
import { consumerRoutes } from './routes/consumers.js';
import { customerRoutes } from './routes/customers.js';
import { operatorRoutes } from './routes/operators.js';
import { setUpRoutes } from './routes/set-up.js';
import { signUpRoutes } from './routes/sign-up.js';
import { webhookRoutes } from './routes/webhooks.js';

export type { Caller, Route } from './routes/route.js';
export { testClockRoutes } from './routes/test-clock.js';

/** The HTTP interface, as data: the OpenAPI document is made from it. */
export const routes = {
  ...consumerRoutes,
  ...brandRoutes,
  ...operatorRoutes,
  ...agentRoutes,
  ...customerRoutes,
  ...webhookRoutes,
  ...setUpRoutes,
  ...signUpRoutes,
} as const;
