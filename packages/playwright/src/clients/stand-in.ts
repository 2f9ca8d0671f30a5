import { call } from './call.js';
import type { ClockChange } from './clock-change.js';

/** Somebody the stand-in vouches for. All but the id may be left to it. */
export type PersonInput = {
  readonly id: string;
  readonly name?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly email?: string;
  readonly emailVerified?: boolean;
  /** The Workspace domain. */
  readonly hd?: string;
  readonly issuers?: readonly string[];
  readonly subjects?: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};
export type Person = PersonInput & {
  readonly name: string;
  readonly subjects: Readonly<Record<string, string>>;
};

export type FaultInput = {
  /** A name of the catalogue: `GET /control/faults/catalogue`. */
  readonly fault: string;
  readonly issuer: string;
  readonly aim: { readonly loginHint?: string; readonly clientId?: string; readonly state?: string };
  readonly shots?: number | 'until-cleared';
  readonly options?: { readonly delayMs?: number };
};

/** The control API of the stand-in, as far as fixtures need it. */
export function standInAt(url: string) {
  const control = `${url}/control`;
  return {
    person: (input: PersonInput) => call<Person>('POST', `${control}/people`, { body: input }),
    removePerson: (id: string) => call<void>('DELETE', `${control}/people/${encodeURIComponent(id)}`),
    arm: (input: FaultInput) => call<{ id: string }>('POST', `${control}/faults`, { body: input }),
    armed: () => call<readonly { id: string }[]>('GET', `${control}/faults`),
    disarm: (id: string) => call<void>('DELETE', `${control}/faults/${encodeURIComponent(id)}`),
    moveClock: (change: ClockChange) => call<unknown>('POST', `${control}/clock`, { body: change }),
  };
}
export type StandIn = ReturnType<typeof standInAt>;
