import type { IncomingMessage } from 'node:http';
import type { Clients } from '../clients/index.js';
import type { Outages } from '../outages/index.js';
import type { People } from '../people/index.js';

/** What the control API works on. */
export type Stores = {
  readonly issuers: readonly string[];
  readonly people: People;
  readonly clients: Clients;
  readonly outages: Outages;
};

export type Call = {
  readonly stores: Stores;
  readonly req: IncomingMessage;
  /** What stood in the places of `:id` in the path. */
  readonly names: readonly string[];
};

export type Answer = { readonly status: number; readonly body?: unknown };

export type Route = (call: Call) => Answer | Promise<Answer>;
