import type { ApiKeyRight, Right } from '@countersign/contracts';
import type { Request } from 'express';

/** Lets a kind of caller in, or throws. What it learned of the caller it leaves on the request by `remember`. */
export abstract class BrandDoor {
  abstract admit(request: Request, right: ApiKeyRight | undefined): Promise<void>;
}
export abstract class AgentDoor {
  /** Only those who have the right: see the table in contracts. */
  abstract admit(request: Request, right: Right): Promise<void>;
}
export abstract class PersonDoor {
  abstract admit(request: Request): Promise<void>;
}
export abstract class OperatorDoor {
  abstract admit(request: Request): Promise<void>;
}

const callers = new WeakMap<object, unknown>();

export const remember = (request: object, caller: unknown): void => void callers.set(request, caller);
/** What the door learned. A door that admits always remembers. */
export const recall = <Who>(request: object): Who => callers.get(request) as Who;
