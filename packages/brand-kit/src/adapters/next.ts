import type { FetchHandler } from './fetch-handler.js';

/**
 * Route handlers of Next.js for one handler of this kit, in a `route.ts`:
 *
 *     export const { GET, POST } = routes(proofHandler({ … }));
 *
 * A handler refuses by itself what it does not take, so both may always be exported. What a handler throws becomes
 * Next's own 500.
 */
export function routes(handler: FetchHandler): { GET: FetchHandler; POST: FetchHandler } {
  // Next calls with a second argument, which no handler of this kit knows.
  const route: FetchHandler = (request) => handler(request);
  return { GET: route, POST: route };
}
