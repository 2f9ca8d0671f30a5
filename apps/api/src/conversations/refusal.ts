import type { Refusal } from '@countersign/protocol';
import { DomainError } from '../common/domain-error.js';

/** Rules answer values; here, at the edge, a refusal becomes an error. */
export function refuseFor(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw new DomainError(refusal);
}
