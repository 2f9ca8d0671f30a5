import type { RejectionReason } from '@countersign/claims';
import type { ProblemCode } from '@countersign/contracts';
import type { Brand } from '../brands/index.js';
import type { Connection } from '../connections/index.js';

/**
 * Why a window does not go on. `stranger`: this browser did not begin it, or has come back already. `framed`: it stands
 * in another page.
 */
export type Failure = RejectionReason | ProblemCode | 'declined' | 'stranger' | 'framed';

/** For support, behind "Details". */
export type FailureDetails = { readonly attempt?: string; readonly error?: string };

/** A browser is on its way between two pages: it is shown a sentence and a way back, never a document. */
export class WindowFailed extends Error {
  override readonly name = 'WindowFailed';

  constructor(
    readonly failure: Failure,
    /** Where the chat is, as far as it is known. */
    readonly place: { readonly brand?: Brand; readonly connection?: Connection } = {},
    readonly details: FailureDetails = {},
    options?: ErrorOptions,
  ) {
    super(failure, options);
  }
}
