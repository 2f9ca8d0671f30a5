import type { CheckList } from '../../checks/list.js';
import { linesOf } from '../../checks/list.js';
import { standard, type Verifier, verifierOf } from '../../verifier/verifier.js';
import { verifyWith } from '../../verifier/verify.js';
import { openBlindly } from './open-blindly.js';
import type { Presented } from './table.js';

export type Killed = {
  readonly check: string;
  /** The rows that are let in when this check is missing. None: nobody would notice if it were lost. */
  readonly letIn: readonly string[];
};

/** The same list without one of its checks. */
const without = (checks: CheckList, name: string): CheckList =>
  Object.fromEntries(
    Object.entries(checks).map(([when, list]) => [
      when,
      (list as readonly { name: string }[]).filter((check) => check.name !== name),
    ]),
  ) as unknown as CheckList;

/**
 * Decryption and its proof that nothing was changed are one act: taking the check away alone would leave no text to
 * go on with. So it is replaced by an opener that decrypts and does not look at the tag.
 */
const weakened = (check: string): Verifier =>
  verifierOf(without(standard.checks, check), check === 'decryption' ? openBlindly : standard.open);

/** For each check: the list composed without it, and the attacks that then succeed. */
export async function killEach(presented: readonly Presented[]): Promise<readonly Killed[]> {
  const killed: Killed[] = [];
  for (const { name } of linesOf(standard.checks)) {
    const verifier = weakened(name);
    const letIn: string[] = [];
    for (const row of presented.filter(({ attack }) => attack.check === name))
      if (await anyVerified(row, verifier)) letIn.push(row.name);
    killed.push({ check: name, letIn });
  }
  return killed;
}

async function anyVerified({ proofs }: Presented, verifier: Verifier): Promise<boolean> {
  for (const proof of proofs)
    if ((await verifyWith(verifier, proof)).verdict.kind === 'verified') return true;
  return false;
}
