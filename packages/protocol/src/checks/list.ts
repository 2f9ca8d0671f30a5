import type { CheckInfo } from '../step.js';
import type {
  Check,
  Judged,
  Keyed,
  Payload,
  Presented,
  QuickCheck,
  Sealed,
  Signature,
  Signed,
  Unsealed,
} from './check.js';

/** What can be asked when: each list of checks by what is known of the token by then, in order. */
export type CheckList = {
  readonly text: readonly QuickCheck<{ readonly token: string }>[];
  readonly form: readonly QuickCheck<Presented>[];
  readonly envelope: readonly QuickCheck<Sealed>[];
  readonly decryption: readonly QuickCheck<Unsealed>[];
  readonly content: readonly QuickCheck<Presented>[];
  readonly header: readonly QuickCheck<Signed>[];
  readonly key: readonly QuickCheck<Keyed>[];
  readonly signature: readonly Check<Signature>[];
  readonly payload: readonly QuickCheck<Payload>[];
  readonly claims: readonly Check<Judged>[];
};

/** The line each check has in a trace, in order. */
export const linesOf = (checks: CheckList): readonly CheckInfo[] => Object.values(checks).flat();
