import type { EmailAuthority } from '@countersign/protocol';
import { isStandIn } from './stand-in.js';

const GOOGLE = 'https://accounts.google.com';

/** Google names itself in two ways, and nobody else does. */
export const aliasesOf = (issuer: string): readonly string[] =>
  issuer === GOOGLE ? ['accounts.google.com'] : [];

/** Google's stand-in has no word of its own: it vouches for what Google would vouch for. */
const playsGoogle = (issuer: string) => isStandIn(issuer) && new URL(issuer).pathname === '/google';

export const emailAuthorityOf = (issuer: string): EmailAuthority =>
  issuer === GOOGLE || playsGoogle(issuer) ? 'google' : 'own';
