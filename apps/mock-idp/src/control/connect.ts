import { type Call, callerOf } from './call.js';
import type {
  ArmedFault,
  Client,
  ClientChange,
  ClientInput,
  ClockChange,
  ClockState,
  FaultInput,
  JournalEntry,
  JournalFilter,
  ListedClient,
  ListedFault,
  ListedKey,
  ListedNamespaces,
  Person,
  PersonChange,
  PersonInput,
  SignedIn,
  SignedOut,
  SignInInput,
} from './shapes.js';

export type MockIdp = {
  /** Without a trailing slash. An issuer is this and its mount: `${url}/google`. */
  readonly url: string;
  /** Creates somebody, or replaces whom it knew under this id. */
  person(input: PersonInput): Promise<Person>;
  people(): Promise<Person[]>;
  changePerson(id: string, change: PersonChange): Promise<Person>;
  /** With them end their sessions, grants and tokens. */
  removePerson(id: string): Promise<void>;
  /** Registers a client, or replaces the one of this id. The answer holds the secret. */
  client(input: ClientInput): Promise<Client>;
  clients(): Promise<ListedClient[]>;
  changeClient(issuer: string, clientId: string, change: ClientChange): Promise<Client>;
  /** With it end its grants, codes and tokens. */
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
  /**
   * Signs somebody out everywhere; clients that registered for it are told, server to server: of each session by its
   * `sid`, or once of the person alone.
   */
  logout(issuer: string, person: string, how?: { readonly by?: 'session' | 'subject' }): Promise<SignedOut>;
  health(): Promise<{ status: 'ok' }>;
  /** Signs somebody in without a browser; answers what the client would have been sent back with. */
  signIn(input: SignInInput): Promise<SignedIn>;
  /** What was asked and answered here, oldest first, every secret struck out. */
  journal(filter?: JournalFilter): Promise<JournalEntry[]>;
  clearJournal(): Promise<void>;
  clock(): Promise<ClockState>;
  setClock(change: ClockChange): Promise<ClockState>;
  /** So much later; earlier, if it is negative. */
  advance(seconds: number): Promise<ClockState>;
  /** Stops the clock, now or at a time. */
  freeze(at?: Date): Promise<ClockState>;
  keys(issuer: string): Promise<ListedKey[]>;
  /** The next key signs from now on; the former stays published. */
  rotateKeys(issuer: string): Promise<ListedKey[]>;
  /** Takes a key out of what is published. */
  revokeKey(issuer: string, kid: string): Promise<ListedKey[]>;
  /** Back to the seed: people, clients, trouble, clock, keys, journal; running sign-ins end. */
  reset(): Promise<void>;
  /** A world of its own at `/t/<name>`, made when it is first used. */
  namespace(name: string): MockIdp;
  namespaces(): Promise<ListedNamespaces>;
  removeNamespace(name: string): Promise<void>;
};

const segment = encodeURIComponent;

const peopleAndClients = (call: Call) => ({
  person: (input: PersonInput) => call<Person>('POST', '/people', input),
  people: () => call<Person[]>('GET', '/people'),
  changePerson: (id: string, change: PersonChange) => call<Person>('PATCH', `/people/${segment(id)}`, change),
  removePerson: (id: string) => call<void>('DELETE', `/people/${segment(id)}`),
  client: (input: ClientInput) => call<Client>('POST', '/clients', input),
  clients: () => call<ListedClient[]>('GET', '/clients'),
  changeClient: (issuer: string, clientId: string, change: ClientChange) =>
    call<Client>('PATCH', `/clients/${segment(issuer)}/${segment(clientId)}`, change),
  removeClient: (issuer: string, clientId: string) =>
    call<void>('DELETE', `/clients/${segment(issuer)}/${segment(clientId)}`),
});

const journalOf = (call: Call) => ({
  journal: (filter: JournalFilter = {}) => {
    const said = Object.entries(filter).filter(([, value]) => value !== undefined);
    const query = new URLSearchParams(said.map(([name, value]): [string, string] => [name, String(value)]));
    return call<JournalEntry[]>('GET', `/journal?${query}`);
  },
  clearJournal: () => call<void>('DELETE', '/journal'),
});

const timeAndKeys = (call: Call) => ({
  clock: () => call<ClockState>('GET', '/clock'),
  setClock: (change: ClockChange) => call<ClockState>('POST', '/clock', change),
  advance: (seconds: number) => call<ClockState>('POST', '/clock', { advanceSeconds: seconds }),
  freeze: (at?: Date) =>
    call<ClockState>('POST', '/clock', { frozen: true, ...(at ? { now: at.toISOString() } : {}) }),
  keys: (issuer: string) => call<ListedKey[]>('GET', `/keys/${segment(issuer)}`),
  rotateKeys: (issuer: string) => call<ListedKey[]>('POST', `/keys/${segment(issuer)}/rotate`),
  revokeKey: (issuer: string, kid: string) =>
    call<ListedKey[]>('POST', `/keys/${segment(issuer)}/${segment(kid)}/revoke`),
});

/** The control API of a running stand-in, or of a namespace in it, for seeds and tests on the same machine. */
export function connectMockIdp(address: string): MockIdp {
  const url = address.replace(/\/$/, '');
  const root = url.replace(/\/t\/[^/]+$/, '');
  const call = callerOf(url);
  const callRoot = callerOf(root);
  return {
    url,
    ...peopleAndClients(call),
    fault: (input) => call('POST', '/faults', input),
    faults: () => call('GET', '/faults'),
    catalogue: () => call('GET', '/faults/catalogue'),
    clearFault: (id) => call('DELETE', `/faults/${segment(id)}`),
    clearFaults: () => call('DELETE', '/faults'),
    logout: (issuer, person, how = {}) => call('POST', '/logout', { issuer, person, ...how }),
    health: () => call('GET', '/health'),
    signIn: (input) => call('POST', '/sign-in', input),
    ...journalOf(call),
    ...timeAndKeys(call),
    reset: () => call('POST', '/reset'),
    namespace: (name) => connectMockIdp(`${root}/t/${segment(name)}`),
    namespaces: () => callRoot('GET', '/namespaces'),
    removeNamespace: (name) => callRoot('DELETE', `/namespaces/${segment(name)}`),
  };
}
