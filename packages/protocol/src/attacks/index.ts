import type { Attack } from './attack.js';
import { claimAttacks } from './claims.js';
import { formAttacks } from './form.js';
import { headerAttacks } from './header.js';
import { signatureAttacks } from './signature.js';
import { timeAttacks } from './time.js';
import { wrappingAttacks } from './wrapping.js';

export type { Attack, Members, SignedWith, Wrapping } from './attack.js';
export { type ForgersKeys, forge, type HonestToken } from './forge.js';

/** Every way to lie that is known here. One loop runs them all and demands the reason, not merely a failure. */
export const attacks = {
  ...formAttacks,
  ...wrappingAttacks,
  ...headerAttacks,
  ...signatureAttacks,
  ...claimAttacks,
  ...timeAttacks,
} satisfies Record<string, Attack>;

export type AttackName = keyof typeof attacks;
