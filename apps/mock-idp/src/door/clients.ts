import { type Client, ClientRefused, clientInput } from '../clients/index.js';
import type { ListedClient } from '../control/index.js';
import { read } from './read.js';
import { Refused, unknown } from './refused.js';
import type { Route } from './route.js';

const listed = ({ clientSecret: _, ...rest }: Client): ListedClient => rest;

function kept(keep: () => Client): Client {
  try {
    return keep();
  } catch (error) {
    if (!(error instanceof ClientRefused)) throw error;
    const message = 'The issuer has no such clients.';
    throw new Refused(400, { error: 'body_invalid', message, members: [error.refusal] });
  }
}

export const clientRoutes: Readonly<Record<string, Route>> = {
  'GET /clients': ({ namespace: { clients } }) => ({ status: 200, body: clients.all().map(listed) }),
  'POST /clients': async ({ namespace: { clients }, issuers, req }) => {
    const input = await read(req, clientInput);
    if (!issuers.includes(input.issuer)) throw unknown('issuer', input.issuer, issuers);
    return { status: 201, body: kept(() => clients.put(input)) };
  },
  'DELETE /clients/:issuer/:id': ({ namespace: { clients }, names: [issuer = '', id = ''] }) => {
    const known = clients.all().filter((client) => client.issuer === issuer);
    if (clients.remove(issuer, id)) return { status: 204 };
    throw unknown(
      'client',
      id,
      known.map(({ clientId }) => clientId),
    );
  },
};
