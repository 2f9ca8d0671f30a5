import type { IncomingMessage } from 'node:http';
import type { Bent } from '../faults/index.js';
import type { Exchange } from '../http/index.js';
import type { Issuer } from '../issuer/index.js';
import type { Namespace, Namespaces } from '../namespace/index.js';

/** An issuer's whole answer to an exchange, as whoever asks over the wire gets it. */
export type Answering = (
  namespace: Namespace,
  issuer: Issuer,
  exchange: Omit<Exchange, 'res'>,
) => Promise<Bent>;

/** What the control API works on: the namespace it was called in, and its neighbours. */
export type Stores = {
  readonly namespace: Namespace;
  readonly namespaces: Namespaces;
  readonly answered: Answering;
};

export type Call = Stores & {
  /** What the issuers are called here. */
  readonly issuers: readonly string[];
  readonly req: IncomingMessage;
  readonly query: URLSearchParams;
  /** What stood in the places of `:id` in the path. */
  readonly names: readonly string[];
};

export type Answer = { readonly status: number; readonly body?: unknown };

export type Route = (call: Call) => Answer | Promise<Answer>;
