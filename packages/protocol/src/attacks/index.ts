import type { Attack } from './attack.js';
import { algorithmAttacks } from './rows/algorithm.js';
import { claimAttacks } from './rows/claims.js';
import { envelopeAttacks } from './rows/envelope.js';
import { formAttacks } from './rows/form.js';
import { headerAttacks } from './rows/header.js';
import { issuerAttacks } from './rows/issuer.js';
import { keyAttacks } from './rows/key.js';
import { payloadAttacks } from './rows/payload.js';
import { personAttacks } from './rows/person.js';
import { sealedAttacks } from './rows/sealed.js';
import { signatureAttacks } from './rows/signature.js';
import { sizeAttacks } from './rows/size.js';
import { timeAttacks } from './rows/time.js';

export type { Attack, Change, Members } from './attack.js';
export { forge, present } from './forge.js';
export { type HonestName, type HonestProof, honestProofs, type World } from './honest.js';
export { type Keyring, makeKeyring } from './keyring.js';
export { type HonestLogout, honestLogouts } from './logout/honest.js';
export { presentLogout } from './logout/present-logout.js';
export { type LogoutAttack, logoutAttacks } from './logout/rows.js';
export { type LogoutResult, runLogouts } from './logout/run-logouts.js';
export { type Killed, killEach } from './run/kill.js';
export { type Presented, presentAll, type RowResult, runTable } from './run/table.js';

/** Every way to lie that is known here, by theme. Each row is an honest proof and one change. */
export const attackGroups = {
  'Size and form': { ...sizeAttacks, ...formAttacks },
  Envelopes: envelopeAttacks,
  'What is sealed': sealedAttacks,
  'What a header says': headerAttacks,
  Algorithms: algorithmAttacks,
  Keys: keyAttacks,
  Signatures: signatureAttacks,
  'What a payload is': payloadAttacks,
  'What claims are': claimAttacks,
  'From whom and for whom': issuerAttacks,
  When: timeAttacks,
  'Who, and in answer to what': personAttacks,
} satisfies Record<string, Record<string, Attack>>;

export const attacks: Readonly<Record<string, Attack>> = Object.assign({}, ...Object.values(attackGroups));
