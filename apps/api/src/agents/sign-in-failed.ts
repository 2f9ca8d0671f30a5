import type { ProblemCode } from '@countersign/contracts';

/** Why there was no sign-in, as the workspace is told it. Going back is no problem, but it is an answer. */
export type SignInProblem = ProblemCode | 'agent_sign_in_cancelled';

/** The browser is on its way between two pages: it is sent on with a code, never shown a document. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';

  constructor(
    readonly problem: SignInProblem,
    /** Where to begin again, as far as it is known. */
    readonly again: { readonly brand?: string; readonly returnTo?: string } = {},
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}
