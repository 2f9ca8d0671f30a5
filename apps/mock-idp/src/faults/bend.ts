import type { ServerResponse } from 'node:http';
import type { Answer, Notes } from '../http/index.js';
import type { World } from '../world/index.js';
import { catalogue, type FaultName } from './catalogue.js';
import type { Fault } from './fault.js';
import { idTokenIn, takenApart, withIdToken } from './id-token.js';
import type { ArmedFault } from './input.js';
import { returnIn } from './return.js';
import type { Waits } from './waits.js';
import { sender } from './wire.js';

/** An answer as it will be sent. */
export type Bent = {
  readonly answer: Answer;
  /** What was done to it, in order. */
  readonly faults: readonly FaultName[];
  /** How it leaves, where it does not just leave. */
  send?(res: ServerResponse): Promise<void>;
};

/** A person has chosen an account, and goes on. */
const isStep = ({ status }: Answer): boolean => status === 303;

/** Whether there is anything in this answer that the fault can make wrong. */
export function fits(fault: Fault, answer: Answer, { endpoint }: Notes, { issuer }: World): boolean {
  switch (fault.at) {
    case 'id-token':
      return idTokenIn(answer) !== undefined;
    case 'return':
      return endpoint === 'authorization' && returnIn(answer, issuer) !== undefined;
    case 'interaction':
      return endpoint === 'interaction' && isStep(answer);
    default:
      return endpoint === fault.at && answer.status === 200;
  }
}

async function changed(answer: Answer, fault: Fault, world: World): Promise<Answer> {
  if (fault.at === 'id-token') {
    const honest = idTokenIn(answer);
    return honest ? withIdToken(answer, honest, await fault.forge(await takenApart(honest, world))) : answer;
  }
  if (fault.at !== 'return') return (await fault.bend?.(answer, world)) ?? answer;
  if (fault.page) return fault.page(world);
  const found = returnIn(answer, world.issuer);
  return found && fault.bend ? found.with(fault.bend(found.entries, world)) : answer;
}

export async function bend(before: Bent, armed: ArmedFault, world: World, waits: Waits): Promise<Bent> {
  const fault: Fault = catalogue[armed.fault];
  const answer = await changed(before.answer, fault, world);
  const faults = [...before.faults, armed.fault];
  if (!('wire' in fault) || fault.wire === undefined) return { ...before, answer, faults };
  const ms = armed.options.delayMs ?? fault.delayMs ?? 1_000;
  return { answer, faults, send: sender(fault.wire, answer, (signal) => waits.wait(armed.id, ms, signal)) };
}
