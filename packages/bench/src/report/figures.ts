import type { ExplainResult } from '../chat/explain.js';
import type { HistoryResult } from '../chat/history.js';
import type { MessagesResult } from '../chat/messages.js';
import type { ProcessesResult } from '../chat/processes.js';
import type { SocketsResult } from '../chat/sockets.js';
import type { TelemetryResult } from '../chat/telemetry.js';
import type { Machine } from '../machine.js';
import type { MemoryResult } from '../memory/memory.js';
import type { SessionsResult } from '../sessions/sessions.js';
import type { GrowthResult } from '../stand-in/growth.js';
import type { LoginsResult } from '../stand-in/logins.js';
import type { StartsResult } from '../stand-in/starts.js';
import type { SealedResult } from '../verify/sealed.js';
import type { SignedResult } from '../verify/signed.js';

/** All of a run, as `--json` writes it. A part that did not run is absent. */
export type Figures = {
  readonly machine: Machine;
  readonly quick: boolean;
  /** Where parts come from that another run measured. */
  readonly taken?: Readonly<Record<string, Machine>>;
  readonly signed?: readonly SignedResult[];
  readonly sealed?: readonly SealedResult[];
  readonly sessions?: SessionsResult;
  readonly memory?: MemoryResult;
  readonly starts?: StartsResult;
  readonly logins?: LoginsResult;
  readonly growth?: GrowthResult;
  readonly messages?: MessagesResult;
  readonly sockets?: SocketsResult;
  readonly history?: HistoryResult;
  readonly processes?: ProcessesResult;
  readonly telemetry?: TelemetryResult;
  readonly plans?: ExplainResult;
};
