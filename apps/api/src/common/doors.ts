import type { ApiKeyRight } from '@countersign/contracts';
import type { Request } from 'express';

/** Lets a kind of caller in, or throws. What it learned of the caller it leaves on the request by `remember`. */
export abstract class BrandDoor {
  abstract admit(request: Request, right: ApiKeyRight | undefined): Promise<void>;
}
export abstract class AgentDoor {
  /** `developer`: only those who may read connections and traces. Throws `developer_role_required`. */
  abstract admit(request: Request, role?: 'developer'): Promise<void>;
}
export abstract class OperatorDoor {
  abstract admit(request: Request): Promise<void>;
}

const callers = new WeakMap<object, unknown>();

export const remember = (request: object, caller: unknown): void => void callers.set(request, caller);
/** What the door learned. A door that admits always remembers. */
export const recall = <Who>(request: object): Who => callers.get(request) as Who;
