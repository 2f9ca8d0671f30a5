import type {
  ArmedFault,
  Client,
  ClientInput,
  ControlProblem,
  FaultInput,
  ListedClient,
  ListedFault,
  Person,
  PersonChange,
  PersonInput,
  SignedOut,
} from './shapes.js';

/** The stand-in refused a control call; the message says which member and what was expected. */
export class ControlRefused extends Error {
  override readonly name = 'ControlRefused';

  constructor(
    readonly status: number,
    readonly problem: ControlProblem,
  ) {
    const members = problem.members?.map(({ member, expected }) => `${member}: ${expected}`) ?? [];
    const known = problem.known ? [`known: ${problem.known.join(', ')}`] : [];
    super([problem.message, ...members, ...known].join('\n'));
  }
}

export type MockIdp = {
  /** Without a trailing slash. An issuer is this and its mount: `${url}/google`. */
  readonly url: string;
  /** Creates somebody, or replaces whom it knew under this id. */
  person(input: PersonInput): Promise<Person>;
  people(): Promise<Person[]>;
  changePerson(id: string, change: PersonChange): Promise<Person>;
  removePerson(id: string): Promise<void>;
  /** Registers a client, or replaces the one of this id. The answer holds the secret. */
  client(input: ClientInput): Promise<Client>;
  clients(): Promise<ListedClient[]>;
  removeClient(issuer: string, clientId: string): Promise<void>;
  /** Arms a fault: for one shot and everybody's login, unless it says otherwise. */
  fault(input: FaultInput): Promise<ArmedFault>;
  /** Those that are armed. */
  faults(): Promise<ArmedFault[]>;
  /** Those there are, each with what a good verifier says. */
  catalogue(): Promise<ListedFault[]>;
  /** Ends one; an answer it holds back is sent. */
  clearFault(id: string): Promise<void>;
  clearFaults(): Promise<void>;
  /** Signs somebody out everywhere; clients that registered for it are told, server to server. */
  logout(issuer: string, person: string): Promise<SignedOut>;
  health(): Promise<{ status: 'ok' }>;
};

/** The control API of a running stand-in, for seeds and tests on the same machine. */
export function connectMockIdp(address: string): MockIdp {
  const url = address.replace(/\/$/, '');
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${url}/control${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new ControlRefused(response.status, (await response.json()) as ControlProblem);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  };
  const segment = encodeURIComponent;
  return {
    url,
    person: (input) => call('POST', '/people', input),
    people: () => call('GET', '/people'),
    changePerson: (id, change) => call('PATCH', `/people/${segment(id)}`, change),
    removePerson: (id) => call('DELETE', `/people/${segment(id)}`),
    client: (input) => call('POST', '/clients', input),
    clients: () => call('GET', '/clients'),
    removeClient: (issuer, clientId) => call('DELETE', `/clients/${segment(issuer)}/${segment(clientId)}`),
    fault: (input) => call('POST', '/faults', input),
    faults: () => call('GET', '/faults'),
    catalogue: () => call('GET', '/faults/catalogue'),
    clearFault: (id) => call('DELETE', `/faults/${segment(id)}`),
    clearFaults: () => call('DELETE', '/faults'),
    logout: (issuer, person) => call('POST', '/logout', { issuer, person }),
    health: () => call('GET', '/health'),
  };
}
