import type { Client, ClientChange, ClientInput } from '../clients/index.js';
import type { ClockState } from '../clock/index.js';
import type { ArmedFault, FaultInput, FaultName, ListedFault } from '../faults/index.js';
import type { SignedOut } from '../issuer/index.js';
import type { JournalEntry, JournalFilter } from '../journal/index.js';
import type { KeyState, ListedKey } from '../keys/index.js';
import type { Person, PersonChange, PersonInput } from '../people/index.js';
import type { SignedIn, SignInInput } from '../sign-in/index.js';

export type {
  ArmedFault,
  Client,
  ClientChange,
  ClientInput,
  ClockState,
  FaultInput,
  FaultName,
  JournalEntry,
  JournalFilter,
  KeyState,
  ListedFault,
  ListedKey,
  Person,
  PersonChange,
  PersonInput,
  SignedIn,
  SignedOut,
  SignInInput,
};

/** A client as a list shows it: the secret is told once, to whoever registers. */
export type ListedClient = Omit<Client, 'clientSecret'>;

/** Where a clock is to stand: a time, or so much later (earlier, if it is negative). */
export type ClockChange = {
  /** An ISO time from 2000 to 2100. */
  readonly now?: string;
  readonly advanceSeconds?: number;
  readonly frozen?: boolean;
  /** The machine's time again, before anything else. */
  readonly reset?: true;
};

export type ListedNamespaces = {
  /** How many there is room for. */
  readonly capacity: number;
  /** The one idle longest first. */
  readonly namespaces: readonly { readonly name: string; readonly url: string; readonly lastUse: string }[];
};

/** What the control API refuses with. */
export type ControlProblem = {
  readonly error: string;
  readonly message: string;
  /** Which member of the body, and what was expected of it. */
  readonly members?: readonly { readonly member: string; readonly expected: string }[];
  /** Those there are, when one was named that there is not. */
  readonly known?: readonly string[];
};
