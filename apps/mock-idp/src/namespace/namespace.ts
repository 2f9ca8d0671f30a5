import type { Logger } from 'pino';
import { type ClientDefaults, type ClientInput, Clients, clientInput } from '../clients/index.js';
import { Clock } from '../clock/index.js';
import { Faults } from '../faults/index.js';
import { type Issuer, makeIssuer } from '../issuer/index.js';
import type { IssuerPlan } from '../issuers.js';
import { Journal } from '../journal/index.js';
import { KeyRing } from '../keys/index.js';
import { People, type PersonInput } from '../people/index.js';
import type { Place } from '../places/index.js';
import { memoryOf } from './memory.js';

/** What every namespace begins with. */
export type Seed = {
  readonly plans: readonly IssuerPlan[];
  readonly people: readonly PersonInput[];
  readonly clients: readonly ClientInput[];
};

export type NamespaceOptions = {
  /** Empty for the one at the root. */
  readonly name: string;
  /** The public address of the stand-in, without a trailing slash. */
  readonly url: string;
  readonly seed: Seed;
  /** Where an issuer lives, if not where its mount says. */
  place?(plan: IssuerPlan, mount: string): Place;
  readonly log: Logger;
  /** The signing keys of an issuer. */
  keysOf?(issuer: string): KeyRing;
};

/** A world of its own: people, clients, trouble, time and keys that no other namespace sees. */
export type Namespace = {
  readonly name: string;
  /** Before every path: empty, or `/t/worker-3`. */
  readonly base: string;
  readonly url: string;
  readonly issuers: readonly Issuer[];
  readonly people: People;
  readonly clients: Clients;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Lets go whoever still waits in it, when it is no longer reached. */
  leave(): void;
};

const baseOf = (name: string): string => (name === '' ? '' : `/t/${name}`);

const defaultsOf = ({ profile }: IssuerPlan): ClientDefaults => ({
  newId: profile.newClientId,
  newSecret: profile.newClientSecret,
  consent: profile.consent,
  ...(profile.judgeClient && { judge: profile.judgeClient }),
});

function storesOf({ plans, people, clients }: Seed) {
  const stores = {
    people: new People(
      new Map(plans.map(({ key, profile }) => [key, profile.newSubject])),
      new Map(plans.flatMap(({ key, peopleOf }) => (peopleOf ? [[key, peopleOf]] : []))),
    ),
    clients: new Clients(new Map(plans.map((plan) => [plan.key, defaultsOf(plan)]))),
    faults: new Faults(),
    clock: new Clock(),
  };
  for (const person of people) stores.people.put(person);
  for (const client of clients) stores.clients.put(clientInput.parse(client));
  return stores;
}

const elsewhere =
  (url: string) =>
  (_plan: IssuerPlan, mount: string): Place => ({
    mount,
    issuer: `${url}${mount}`,
    publish: (document) => document,
  });

export function makeNamespace({ name, url, seed, log, keysOf, place }: NamespaceOptions): Namespace {
  const base = baseOf(name);
  const stores = storesOf(seed);
  const issuers = seed.plans.map((plan) => {
    const { key, label, profile } = plan;
    const at = (place ?? elsewhere(url))(plan, `${base}/${key}`);
    return makeIssuer({
      ...stores,
      key,
      label,
      profile,
      ...at,
      keys: keysOf?.(key) ?? new KeyRing(),
      ...memoryOf(key, at, stores.clock),
      log,
    });
  });
  const leave = () => stores.faults.clearAll();
  return { name, base, url: `${url}${base}`, issuers, ...stores, journal: new Journal(), leave };
}
