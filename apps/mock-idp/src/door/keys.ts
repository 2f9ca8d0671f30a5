import { issuerOf } from './issuer.js';
import { unknown } from './refused.js';
import type { Call, Route } from './route.js';

const ringOf = (call: Call) => issuerOf(call, call.names[0]).world.keys;

export const keyRoutes: Readonly<Record<string, Route>> = {
  'GET /keys/:issuer': async (call) => ({ status: 200, body: await ringOf(call).list() }),
  'POST /keys/:issuer/rotate': async (call) => ({ status: 200, body: await ringOf(call).rotate() }),
  'POST /keys/:issuer/:kid/revoke': async (call) => {
    const ring = ringOf(call);
    const kid = call.names[1] ?? '';
    const keys = await ring.revoke(kid);
    if (keys) return { status: 200, body: keys };
    const known = await ring.list();
    throw unknown(
      'key',
      kid,
      known.map((key) => key.kid),
    );
  },
};
