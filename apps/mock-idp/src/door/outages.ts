import { outage } from '../outages/index.js';
import { read } from './read.js';
import { unknown } from './refused.js';
import type { Route } from './route.js';

export const outageRoutes: Readonly<Record<string, Route>> = {
  'GET /outages': ({ stores }) => ({ status: 200, body: stores.outages.all() }),
  'POST /outages': async ({ stores, req }) => {
    const given = await read(req, outage);
    if (!stores.issuers.includes(given.issuer)) throw unknown('issuer', given.issuer, stores.issuers);
    const { issuer, clientId } = given;
    if (clientId && !stores.clients.find(issuer, clientId)) {
      const known = stores.clients.all().filter((client) => client.issuer === issuer);
      throw unknown(
        'client',
        clientId,
        known.map((client) => client.clientId),
      );
    }
    stores.outages.set(given);
    return { status: 200, body: given };
  },
};
