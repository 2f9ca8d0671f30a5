/** A refusal in the form of RFC 6749, section 5.2. */
export class CodeRefused extends Error {
  override readonly name = 'CodeRefused';

  constructor(
    readonly status: number,
    readonly error: string,
    readonly description: string,
  ) {
    super(description);
  }
}
