import type { ProofPolicy } from '../policy.js';
import { type Rejection, reject } from '../rejection.js';
import type { CheckInfo } from '../step.js';
import type { JoseHeader } from './header.js';

/** The lines of the trace before there are claims. */
export const steps = {
  form: {
    name: 'form',
    sentence: 'The token is a compact JWS or JWE of at most 16 KiB.',
    clause: 'RFC 7519, section 7.2',
  },
  encryption: {
    name: 'encryption',
    sentence: 'The token is encrypted where the connection demands it, and only there.',
  },
  decryption: {
    name: 'decryption',
    sentence: "One of the brand's published encryption keys opens it.",
    clause: 'RFC 7516, section 5.2',
  },
  header: {
    name: 'header',
    sentence: 'The header points at no key of its own and demands no extension.',
    clause: 'RFC 8725, section 3.10',
  },
  algorithm: {
    name: 'algorithm',
    sentence: 'The algorithm is one the connection allows.',
    clause: 'RFC 8725, section 3.1',
  },
  type: {
    name: 'type',
    sentence: 'The token is an ID token, not one of another kind.',
    clause: 'RFC 8725, section 3.11',
  },
  key: { name: 'key', sentence: 'The issuer publishes the key, and the key fits the header.' },
  signature: {
    name: 'signature',
    sentence: 'The signature verifies with that key.',
    clause: 'OpenID Connect Core 1.0, section 3.1.3.7, item 6',
  },
  claims: {
    name: 'claims',
    sentence: 'The claims an ID token needs are there, each of its type, each once.',
    clause: 'OpenID Connect Core 1.0, section 2',
  },
} as const satisfies Record<string, CheckInfo>;

const NEVER_FOLLOWED = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'zip', 'b64'];

export function headerCheck(header: JoseHeader): Rejection | undefined {
  return NEVER_FOLLOWED.some((member) => Object.hasOwn(header, member))
    ? reject('header_forbidden')
    : undefined;
}

export function algorithmCheck(header: JoseHeader, { algorithms }: ProofPolicy): Rejection | undefined {
  return algorithms.some((allowed) => allowed === header.alg)
    ? undefined
    : reject('algorithm_not_allowed', algorithms, header.alg);
}

export function typeCheck({ typ, cty }: JoseHeader): Rejection | undefined {
  if (typ !== undefined && typ.toUpperCase() !== 'JWT')
    return reject('type_not_allowed', 'JWT or absent', typ);
  return cty === undefined ? undefined : reject('type_not_allowed', 'no cty', cty);
}

export function encryptionCheck(parts: number, { encryption }: ProofPolicy): Rejection | undefined {
  if (parts === 3 && encryption === 'required') return reject('encryption_required');
  return parts === 5 && encryption === 'refused' ? reject('encryption_refused') : undefined;
}
