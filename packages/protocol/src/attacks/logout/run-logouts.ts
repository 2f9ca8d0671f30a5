import { verifyLogout } from '../../logout/verify-logout.js';
import type { World } from '../honest.js';
import type { Keyring } from '../keyring.js';
import { presentLogout } from './present-logout.js';
import { type LogoutAttack, logoutAttacks } from './rows.js';

export type LogoutResult = {
  readonly name: string;
  readonly attack: LogoutAttack;
  /** What went otherwise than the row says; nothing if each change was refused as it must be. */
  readonly miss: string | undefined;
  /** Why the honest token was refused; nothing if it was verified. */
  readonly twinMiss: string | undefined;
};

/** Runs every row and demands its reason and its check, not merely a failure; and its twin beside it. */
export const runLogouts = (world: World, ring: Keyring): Promise<readonly LogoutResult[]> =>
  Promise.all(
    Object.entries<LogoutAttack>(logoutAttacks).map(async ([name, attack]) => {
      const twin = (await verifyLogout(await presentLogout(attack.of, world, ring))).verdict;
      const twinMiss = twin.kind === 'rejected' ? twin.reason : undefined;
      return { name, attack, miss: await missOf(attack, world, ring), twinMiss };
    }),
  );

async function missOf(
  { of, expect, check, changes }: LogoutAttack,
  world: World,
  ring: Keyring,
): Promise<string | undefined> {
  for (const change of changes) {
    const { verdict, steps } = await verifyLogout(await presentLogout(of, world, ring, change));
    const seen = verdict.kind === 'rejected' ? verdict.reason : verdict.kind;
    const found = steps.filter(({ outcome }) => outcome === 'failed').map((step) => step.check);
    if (seen !== expect || found.join() !== check) return `${seen} by ${found.join() || 'nothing'}`;
  }
  return changes.length === 0 ? 'a row without a change' : undefined;
}
