import type { Problem } from '../problem.js';

/** Every event of a client is acknowledged: with a value, or with a problem. */
export type Ack<Value> = (reply: { ok: true; value: Value } | { ok: false; problem: Problem }) => void;
