import type { RejectionReason } from '@countersign/claims';
import { hintFor } from '../hints.js';
import { repairAudience } from './audience.js';
import type { Circumstances, Repair } from './circumstances.js';
import { clockRepairs } from './clock.js';
import { encryptionRepairs } from './encryption.js';
import { repairIssuer } from './issuer.js';
import { keyRepairs } from './key.js';
import { repairType } from './type.js';

const repairs: Partial<Record<RejectionReason, Repair>> = {
  ...encryptionRepairs,
  ...keyRepairs,
  ...clockRepairs,
  type_not_allowed: repairType,
  issuer_mismatch: repairIssuer,
  audience_mismatch: repairAudience,
  audience_untrusted: repairAudience,
};

/** What to do about this very refusal; where nothing particular is known, about its kind. */
export const repairFor = (circumstances: Circumstances): string =>
  repairs[circumstances.reason]?.(circumstances) ?? hintFor(circumstances.reason);
