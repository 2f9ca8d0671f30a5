import type { VerifyLogout } from '../../logout/verify-logout.js';
import { type ProofPolicy, policyFor } from '../../policy.js';
import type { Change } from '../attack.js';
import { forge } from '../forge.js';
import type { World } from '../honest.js';
import type { Keyring } from '../keyring.js';
import { type HonestLogout, honestLogouts } from './honest.js';

const RULES: Partial<ProofPolicy> = { connection: 'attacked', encryption: 'optional' };

/** The honest logout token of a row as it is presented, spoilt by one of its changes; without one: its twin. */
export const presentLogout = async (
  of: HonestLogout,
  world: World,
  ring: Keyring,
  change: Change = {},
): Promise<VerifyLogout> => ({
  token: await forge(honestLogouts[of](world), ring, change),
  policy: policyFor({ issuer: { url: world.issuer, aliases: [] }, audience: world.audience, ...RULES }),
  keys: ring.published,
  decryptionKeys: ring.decryptionKeys,
  now: new Date(world.now.getTime() + (change.later ?? 0) * 1_000),
});
