import { type Client, clientInput } from '../clients/index.js';
import type { ListedClient } from '../control/index.js';
import { read } from './read.js';
import { unknown } from './refused.js';
import type { Route } from './route.js';

const listed = ({ clientSecret: _, ...rest }: Client): ListedClient => rest;

export const clientRoutes: Readonly<Record<string, Route>> = {
  'GET /clients': ({ stores }) => ({ status: 200, body: stores.clients.all().map(listed) }),
  'POST /clients': async ({ stores, req }) => {
    const input = await read(req, clientInput);
    if (!stores.issuers.includes(input.issuer)) throw unknown('issuer', input.issuer, stores.issuers);
    return { status: 201, body: stores.clients.put(input) };
  },
  'DELETE /clients/:issuer/:id': ({ stores, names: [issuer = '', id = ''] }) => {
    const known = stores.clients.all().filter((client) => client.issuer === issuer);
    if (stores.clients.remove(issuer, id)) return { status: 204 };
    throw unknown(
      'client',
      id,
      known.map(({ clientId }) => clientId),
    );
  },
};
