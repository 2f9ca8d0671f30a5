import { type Person, personChange, personInput, SubjectTaken } from '../people/index.js';
import { read } from './read.js';
import { Refused, unknown } from './refused.js';
import type { Call, Route } from './route.js';

function known({ namespace: { people } }: Call, id = ''): Person {
  const person = people.byId(id);
  if (person) return person;
  throw unknown(
    'person',
    id,
    people.all().map((one) => one.id),
  );
}

/** Every issuer that a person names has to be one of ours. */
function judgeIssuers({ issuers }: Call, named: Partial<Pick<Person, 'issuers' | 'subjects' | 'claims'>>) {
  const all = [
    ...(named.issuers ?? []),
    ...Object.keys(named.subjects ?? {}),
    ...Object.keys(named.claims ?? {}),
  ];
  const stranger = all.find((issuer) => !issuers.includes(issuer));
  if (stranger !== undefined) throw unknown('issuer', stranger, issuers);
}

function kept(keep: () => Person): Person {
  try {
    return keep();
  } catch (error) {
    if (!(error instanceof SubjectTaken)) throw error;
    throw new Refused(409, { error: 'subject_taken', message: error.message });
  }
}

export const peopleRoutes: Readonly<Record<string, Route>> = {
  'GET /people': ({ namespace }) => ({ status: 200, body: namespace.people.all() }),
  'POST /people': async (call) => {
    const { people } = call.namespace;
    const input = await read(call.req, personInput);
    judgeIssuers(call, input as Partial<Person>);
    const status = people.byId(input.id) ? 200 : 201;
    return { status, body: kept(() => people.put(input)) };
  },
  'GET /people/:id': (call) => ({ status: 200, body: known(call, call.names[0]) }),
  'PATCH /people/:id': async (call) => {
    const person = known(call, call.names[0]);
    const change = await read(call.req, personChange);
    judgeIssuers(call, change as Partial<Person>);
    return { status: 200, body: kept(() => call.namespace.people.change(person, change)) };
  },
  'DELETE /people/:id': (call) => {
    const { id } = known(call, call.names[0]);
    const { people, issuers } = call.namespace;
    const subjects = issuers.map(({ key }) => people.at(key).find((one) => one.id === id)?.subjects[key]);
    people.remove(id);
    // Whatever was granted to them has ended, and every browser has forgotten them.
    for (const [index, { world }] of issuers.entries()) {
      const subject = subjects[index];
      if (subject !== undefined) world.endings.tell({ subject });
    }
    return { status: 204 };
  },
};
