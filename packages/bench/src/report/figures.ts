import type { Machine } from '../machine.js';
import type { MemoryResult } from '../memory/memory.js';
import type { SessionsResult } from '../sessions/sessions.js';
import type { SealedResult } from '../verify/sealed.js';
import type { SignedResult } from '../verify/signed.js';

/** All of a run, as `--json` writes it. A part that did not run is absent. */
export type Figures = {
  readonly machine: Machine;
  readonly quick: boolean;
  readonly signed?: readonly SignedResult[];
  readonly sealed?: readonly SealedResult[];
  readonly sessions?: SessionsResult;
  readonly memory?: MemoryResult;
};
