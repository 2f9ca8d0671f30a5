import { standard, type Verifier } from '../../verifier/verifier.js';
import { type VerifyProof, verifyWith } from '../../verifier/verify.js';
import type { Attack } from '../attack.js';
import { present } from '../forge.js';
import type { World } from '../honest.js';
import type { Keyring } from '../keyring.js';

/** A row with what is presented for it: one proof for each of its changes, and the same without any. */
export type Presented = {
  readonly name: string;
  readonly attack: Attack;
  readonly twin: VerifyProof;
  readonly proofs: readonly VerifyProof[];
};

export type RowResult = {
  readonly name: string;
  readonly attack: Attack;
  /** What went otherwise than the row says; nothing if it was refused as it must be. */
  readonly miss: string | undefined;
  /** Why the same proof without the change was refused; nothing if it was verified. */
  readonly twinMiss: string | undefined;
};

export async function presentAll(
  attacks: Readonly<Record<string, Attack>>,
  world: World,
  ring: Keyring,
): Promise<readonly Presented[]> {
  return Promise.all(
    Object.entries(attacks).map(async ([name, attack]) => ({
      name,
      attack,
      twin: await present(attack.of, world, ring),
      proofs: await Promise.all(attack.changes.map((change) => present(attack.of, world, ring, change))),
    })),
  );
}

/** Runs every row and demands its reason and its check, not merely a failure; and its twin beside it. */
export async function runTable(
  presented: readonly Presented[],
  verifier: Verifier = standard,
): Promise<readonly RowResult[]> {
  const rows: RowResult[] = [];
  for (const row of presented) {
    const { verdict } = await verifyWith(verifier, row.twin);
    const twinMiss = verdict.kind === 'rejected' ? verdict.reason : undefined;
    rows.push({ name: row.name, attack: row.attack, miss: await missOf(row, verifier), twinMiss });
  }
  return rows;
}

async function missOf({ attack, proofs }: Presented, verifier: Verifier): Promise<string | undefined> {
  for (const proof of proofs) {
    const { verdict, steps, fingerprints } = await verifyWith(verifier, proof);
    const seen = verdict.kind === 'rejected' ? verdict.reason : verdict.kind;
    const found = steps.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
    if (seen !== attack.expect || found.join() !== attack.check)
      return `${seen} by ${found.join() || 'nothing'}`;
    if ((await fingerprints()).length > 0) return 'refused, and used up all the same';
  }
  return proofs.length === 0 ? 'a row without a change' : undefined;
}
