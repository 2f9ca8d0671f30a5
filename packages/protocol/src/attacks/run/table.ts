import { standard, type Verifier } from '../../verifier/verifier.js';
import { type VerifyProof, verifyWith } from '../../verifier/verify.js';
import type { Attack } from '../attack.js';
import { present } from '../forge.js';
import { type HonestName, honestProofs, type World } from '../honest.js';
import type { Keyring } from '../keyring.js';

/** A row with what is presented for it: one proof for each of its changes. */
export type Presented = {
  readonly name: string;
  readonly attack: Attack;
  readonly proofs: readonly VerifyProof[];
};

export type RowResult = {
  readonly name: string;
  readonly attack: Attack;
  /** What went otherwise than the row says; nothing if it was refused as it must be. */
  readonly miss: string | undefined;
};

export type TableResult = {
  readonly rows: readonly RowResult[];
  /** The honest proofs that were not verified, with what became of them. */
  readonly twins: readonly { readonly of: HonestName; readonly miss: string | undefined }[];
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
      proofs: await Promise.all(attack.changes.map((change) => present(attack.of, world, ring, change))),
    })),
  );
}

/** Runs every row and demands its reason and its check, not merely a failure; and every honest proof beside. */
export async function runTable(
  presented: readonly Presented[],
  world: World,
  ring: Keyring,
  verifier: Verifier = standard,
): Promise<TableResult> {
  const rows: RowResult[] = [];
  for (const row of presented) rows.push(await judged(row, verifier));
  const twins: { of: HonestName; miss: string | undefined }[] = [];
  for (const of of Object.keys(honestProofs) as HonestName[]) {
    const { verdict } = await verifyWith(verifier, await present(of, world, ring));
    twins.push({ of, miss: verdict.kind === 'rejected' ? verdict.reason : undefined });
  }
  return { rows, twins };
}

async function judged({ name, attack, proofs }: Presented, verifier: Verifier): Promise<RowResult> {
  for (const proof of proofs) {
    const { verdict, steps, fingerprints } = await verifyWith(verifier, proof);
    const seen = verdict.kind === 'rejected' ? verdict.reason : verdict.kind;
    const found = steps.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
    if (seen !== attack.expect || found.join() !== attack.check)
      return { name, attack, miss: `${seen} by ${found.join() || 'nothing'}` };
    if ((await fingerprints()).length > 0) return { name, attack, miss: 'refused, and used up all the same' };
  }
  return { name, attack, miss: proofs.length === 0 ? 'a row without a change' : undefined };
}
