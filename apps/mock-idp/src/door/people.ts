import { type Person, personChange, personInput, SubjectTaken } from '../people/index.js';
import { read } from './read.js';
import { Refused, unknown } from './refused.js';
import type { Route, Stores } from './route.js';

function known({ people }: Stores, id = ''): Person {
  const person = people.byId(id);
  if (person) return person;
  throw unknown(
    'person',
    id,
    people.all().map((one) => one.id),
  );
}

/** Every issuer that a person names has to be one of ours. */
function judgeIssuers({ issuers }: Stores, named: Partial<Pick<Person, 'issuers' | 'subjects' | 'claims'>>) {
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
  'GET /people': ({ stores }) => ({ status: 200, body: stores.people.all() }),
  'POST /people': async ({ stores, req }) => {
    const input = await read(req, personInput);
    judgeIssuers(stores, input as Partial<Person>);
    const status = stores.people.byId(input.id) ? 200 : 201;
    return { status, body: kept(() => stores.people.put(input)) };
  },
  'GET /people/:id': ({ stores, names: [id] }) => ({ status: 200, body: known(stores, id) }),
  'PATCH /people/:id': async ({ stores, req, names: [id] }) => {
    const person = known(stores, id);
    const change = await read(req, personChange);
    judgeIssuers(stores, change as Partial<Person>);
    return { status: 200, body: kept(() => stores.people.change(person, change)) };
  },
  'DELETE /people/:id': ({ stores, names: [id] }) => {
    stores.people.remove(known(stores, id).id);
    return { status: 204 };
  },
};
