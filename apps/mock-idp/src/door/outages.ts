import { outage } from '../outages/index.js';
import { read } from './read.js';
import { unknown } from './refused.js';
import type { Route } from './route.js';

export const outageRoutes: Readonly<Record<string, Route>> = {
  'GET /outages': ({ namespace: { outages } }) => ({ status: 200, body: outages.all() }),
  'POST /outages': async ({ namespace: { clients, outages }, issuers, req }) => {
    const given = await read(req, outage);
    if (!issuers.includes(given.issuer)) throw unknown('issuer', given.issuer, issuers);
    const { issuer, clientId } = given;
    if (clientId && !clients.find(issuer, clientId)) {
      const known = clients.all().filter((client) => client.issuer === issuer);
      throw unknown(
        'client',
        clientId,
        known.map((client) => client.clientId),
      );
    }
    outages.set(given);
    return { status: 200, body: given };
  },
};
