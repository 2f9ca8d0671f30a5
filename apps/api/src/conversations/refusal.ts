import type { Refusal } from '@countersign/protocol';
import { DomainError } from '../common/domain-error.js';

/** Rules answer values; here, at the edge, a refusal becomes an error. */
export function refuseFor(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw new DomainError(refusal);
}

/** What comes after a line that is not there yet cannot be told: whoever asks has it from elsewhere. */
export function mustReach({ lastNumber }: { readonly lastNumber: number }, after: number): void {
  if (after > lastNumber)
    throw new DomainError('number_ahead', { detail: `Its last line is ${lastNumber}.` });
}
