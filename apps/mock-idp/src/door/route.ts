import type { IncomingMessage } from 'node:http';
import type { Namespace, Namespaces } from '../namespace/index.js';

/** What the control API works on: the namespace it was called in, and its neighbours. */
export type Stores = { readonly namespace: Namespace; readonly namespaces: Namespaces };

export type Call = {
  readonly namespace: Namespace;
  readonly namespaces: Namespaces;
  /** What the issuers are called here. */
  readonly issuers: readonly string[];
  readonly req: IncomingMessage;
  /** What stood in the places of `:id` in the path. */
  readonly names: readonly string[];
};

export type Answer = { readonly status: number; readonly body?: unknown };

export type Route = (call: Call) => Answer | Promise<Answer>;
