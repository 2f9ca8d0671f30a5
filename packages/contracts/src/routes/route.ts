import type { z } from 'zod';

/**
 * Who may call: anyone, a listed page with its key, a brand's backend, an agent, an agent who leads, develops, sets the brand up
 * or is its admin, somebody who signed in to make a brand, the operator.
 */
export type Caller =
  | 'anyone'
  | 'page'
  | 'brand'
  | 'agent'
  | 'lead'
  | 'developer'
  | 'builder'
  | 'admin'
  | 'person'
  | 'operator';

/** One route. `{name}` in the path is a parameter. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly caller: Caller;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
  readonly status: number;
};
