import { type Client, ClientRefused, clientChange, clientInput } from '../clients/index.js';
import type { ListedClient } from '../control/index.js';
import { issuerOf } from './issuer.js';
import { judged, read } from './read.js';
import { Refused, unknown } from './refused.js';
import type { Call, Route } from './route.js';

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

function known(call: Call): Client {
  const [key = '', id = ''] = call.names;
  const { clients } = call.namespace;
  const { key: issuer } = issuerOf(call, key);
  const client = clients.find(issuer, id);
  if (client) return client;
  const here = clients.all().filter((one) => one.issuer === issuer);
  throw unknown(
    'client',
    id,
    here.map(({ clientId }) => clientId),
  );
}

export const clientRoutes: Readonly<Record<string, Route>> = {
  'GET /clients': ({ namespace: { clients } }) => ({ status: 200, body: clients.all().map(listed) }),
  'POST /clients': async ({ namespace: { clients }, issuers, req }) => {
    const input = await read(req, clientInput);
    if (!issuers.includes(input.issuer)) throw unknown('issuer', input.issuer, issuers);
    return { status: 201, body: kept(() => clients.put(input)) };
  },
  'GET /clients/:issuer/:id': (call) => ({ status: 200, body: listed(known(call)) }),
  'PATCH /clients/:issuer/:id': async (call) => {
    const change = await read(call.req, clientChange);
    const changed = judged({ ...known(call), ...change }, clientInput, 'body');
    return { status: 200, body: kept(() => call.namespace.clients.put(changed)) };
  },
  'DELETE /clients/:issuer/:id': (call) => {
    const { issuer, clientId, project } = known(call);
    const { clients } = call.namespace;
    clients.remove(issuer, clientId);
    const { consents, endings } = issuerOf(call, issuer).world;
    endings.tell({ clientId });
    const shared = clients.all().some((one) => one.issuer === issuer && one.project === project);
    if (!shared) consents.forget({ project });
    return { status: 204 };
  },
};
