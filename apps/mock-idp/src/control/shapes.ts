import type { Client, ClientInput } from '../clients/index.js';
import type { ArmedFault, FaultInput, FaultName, ListedFault } from '../faults/index.js';
import type { SignedOut } from '../issuer/index.js';
import type { Person, PersonChange, PersonInput } from '../people/index.js';

export type {
  ArmedFault,
  Client,
  ClientInput,
  FaultInput,
  FaultName,
  ListedFault,
  Person,
  PersonChange,
  PersonInput,
  SignedOut,
};

/** A client as a list shows it: the secret is told once, to whoever registers. */
export type ListedClient = Omit<Client, 'clientSecret'>;

/** What the control API refuses with. */
export type ControlProblem = {
  readonly error: string;
  readonly message: string;
  /** Which member of the body, and what was expected of it. */
  readonly members?: readonly { readonly member: string; readonly expected: string }[];
  /** Those there are, when one was named that there is not. */
  readonly known?: readonly string[];
};
