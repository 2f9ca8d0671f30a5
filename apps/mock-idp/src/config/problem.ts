/** One thing that is wrong in a file: where, in which member, and what was expected. */
export type Problem = {
  readonly path: readonly PropertyKey[];
  /** A member that should not be there, when the problem is its name. */
  readonly member?: string;
  readonly expected: string;
};

/** `people[2].email`. */
export const spelled = ({ path, member }: Problem): string =>
  [...path, ...(member === undefined ? [] : [member])]
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

/** Whoever started the stand-in gave it something it cannot read; the message says what to mend. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
}
