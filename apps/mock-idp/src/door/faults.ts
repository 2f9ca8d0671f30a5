import { catalogue, faultInput, isFault, listed, type ReadFaultInput } from '../faults/index.js';
import { read } from './read.js';
import { Refused, unknown } from './refused.js';
import type { Call, Route } from './route.js';

/** Nobody says who asks for these. */
const anonymous = ['keys', 'discovery'];

const refuse = (member: string, expected: string): Refused =>
  new Refused(400, {
    error: 'body_invalid',
    message: 'The body is not as expected.',
    members: [{ member, expected }],
  });

/** Whoever is aimed at has to be there: a fault for nobody would never come off, and nobody would notice. */
function judgeAim({ namespace: { people, clients } }: Call, { issuer, aim }: ReadFaultInput): void {
  const { loginHint, clientId } = aim;
  if (loginHint !== undefined && !people.byHint(issuer, loginHint)) {
    const known = people.at(issuer).map(({ id }) => id);
    throw unknown('person', loginHint, known);
  }
  if (clientId === undefined || clients.find(issuer, clientId)) return;
  const known = clients.all().filter((client) => client.issuer === issuer);
  throw unknown(
    'client',
    clientId,
    known.map((client) => client.clientId),
  );
}

function armable(call: Call, given: ReadFaultInput) {
  const { fault } = given;
  if (!isFault(fault))
    throw unknown(
      'fault',
      fault,
      listed.map(({ name }) => name),
    );
  if (!call.issuers.includes(given.issuer)) throw unknown('issuer', given.issuer, call.issuers);
  const row = catalogue[fault];
  if (anonymous.includes(row.at) && Object.keys(given.aim).length > 0)
    throw refuse(
      'aim',
      `expected none: nobody says who asks for ${row.at}; a namespace of its own keeps it from others`,
    );
  if (given.options.delayMs !== undefined && !('delayMs' in row))
    throw refuse('options.delayMs', 'expected only with a fault that is slow');
  judgeAim(call, given);
  return { ...given, fault };
}

export const faultRoutes: Readonly<Record<string, Route>> = {
  'GET /faults': ({ namespace: { faults } }) => ({ status: 200, body: faults.all() }),
  'GET /faults/catalogue': () => ({ status: 200, body: listed }),
  'POST /faults': async (call) => {
    const given = armable(call, await read(call.req, faultInput));
    return { status: 201, body: call.namespace.faults.arm(given) };
  },
  'DELETE /faults/:id': ({ namespace: { faults }, names: [id = ''] }) => {
    if (faults.clear(id)) return { status: 204 };
    throw unknown(
      'armed fault',
      id,
      faults.all().map((armed) => armed.id),
    );
  },
  'DELETE /faults': ({ namespace: { faults } }) => {
    faults.clearAll();
    return { status: 204 };
  },
};
