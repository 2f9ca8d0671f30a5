import type { CheckInfo } from '../step.js';
import type {
  Check,
  Judged,
  Keyed,
  Payload,
  Presented,
  Sealed,
  Signature,
  Signed,
  Unsealed,
} from './check.js';

/** What can be asked when: each list of checks by what is known of the token by then, in order. */
export type CheckList = {
  readonly text: readonly Check<{ readonly token: string }>[];
  readonly form: readonly Check<Presented>[];
  readonly envelope: readonly Check<Sealed>[];
  readonly decryption: readonly Check<Unsealed>[];
  readonly content: readonly Check<Presented>[];
  readonly header: readonly Check<Signed>[];
  readonly key: readonly Check<Keyed>[];
  readonly signature: readonly Check<Signature>[];
  readonly payload: readonly Check<Payload>[];
  readonly claims: readonly Check<Judged>[];
};

/** The line each check has in a trace, in order. */
export const linesOf = (checks: CheckList): readonly CheckInfo[] => Object.values(checks).flat();
