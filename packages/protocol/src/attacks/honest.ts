import { halfHash } from '../checks/half-hash.js';
import type { ProofPolicy } from '../policy.js';
import type { Members } from './attack.js';

/** Where an attack takes place: whose tokens, for whom, in answer to what, and when. */
export type World = {
  readonly issuer: string;
  readonly audience: string;
  readonly nonce: string;
  readonly now: Date;
};

/** A proof with nothing wrong about it, and what its connection demands. */
export type HonestProof = {
  readonly header: Members;
  readonly claims: Members;
  /** The header of its envelope, where it has one. */
  readonly outer?: Members;
  readonly rules?: Partial<ProofPolicy>;
  readonly accessToken?: string;
  readonly code?: string;
  /** How long ago the attempt began, in seconds. */
  readonly begunAgo?: number;
};

const header = { alg: 'RS256', kid: 'rsa-1', typ: 'JWT' };
const seconds = (date: Date): number => Math.floor(date.getTime() / 1_000);

const claimsOf = ({ issuer, audience, nonce, now }: World): Members => ({
  iss: issuer,
  sub: 'ada-0042',
  aud: audience,
  iat: seconds(now),
  exp: seconds(now) + 300,
  nonce,
});

const signed = (world: World): HonestProof => ({ header, claims: claimsOf(world) });
const signedBy = (alg: 'PS256' | 'ES256' | 'EdDSA', kid: string) => (world: World) => ({
  header: { alg, kid, typ: 'JWT' },
  claims: claimsOf(world),
  rules: { algorithms: [alg] },
});
const sealedBy = (alg: string, enc: string, kid: string) => (world: World) => ({
  ...signed(world),
  outer: { alg, enc, cty: 'JWT', kid },
  rules: { encryption: 'required' as const },
});
const demanding = (rules: Partial<ProofPolicy>, claims: (world: World) => Members) => (world: World) => ({
  header,
  claims: { ...claimsOf(world), ...claims(world) },
  rules,
});

/** As Google answers a code: the token bound to both that it came with. */
async function fromCode(world: World): Promise<HonestProof> {
  const [accessToken, code] = ['the-access-token', 'the-code'];
  const bound = { at_hash: await halfHash(accessToken, 'RS256'), c_hash: await halfHash(code, 'RS256') };
  return {
    header,
    claims: {
      ...claimsOf(world),
      azp: world.audience,
      ...bound,
      email: 'ada@mail.example',
      email_verified: true,
    },
    rules: { flow: 'code', maxLifetimeSeconds: 86_400 },
    accessToken,
    code,
  };
}

/** The proofs that attacks spoil. Each of them verifies. */
export const honestProofs = {
  signed,
  'signed-ps256': signedBy('PS256', 'pss-1'),
  'signed-es256': signedBy('ES256', 'curve-1'),
  'signed-eddsa': signedBy('EdDSA', 'edwards-1'),
  sealed: sealedBy('RSA-OAEP-256', 'A256GCM', 'seal-1'),
  'sealed-cbc': sealedBy('RSA-OAEP-256', 'A128CBC-HS256', 'seal-1'),
  'sealed-ecdh': sealedBy('ECDH-ES', 'A256GCM', 'seal-2'),
  'sealed-ecdh-cbc': sealedBy('ECDH-ES', 'A128CBC-HS256', 'seal-2'),
  // An envelope that can be sorted without being opened.
  'sealed-repeating': (world: World): HonestProof => ({
    ...sealedBy('RSA-OAEP-256', 'A256GCM', 'seal-1')(world),
    outer: {
      ...{ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT', kid: 'seal-1' },
      ...{ iss: world.issuer, aud: world.audience },
    },
  }),
  'from-code': fromCode,
  'for-a-party': demanding({ authorizedParties: ['the-app'] }, () => ({ azp: 'the-app' })),
  'of-a-domain': demanding({ hostedDomain: 'larkspur.example' }, () => ({ hd: 'larkspur.example' })),
  'stepped-up': demanding({ acrValues: ['2', '3'] }, () => ({ acr: '2' })),
  'signed-in-lately': demanding({ maxAgeSeconds: 300 }, ({ now }) => ({ auth_time: seconds(now) - 60 })),
  // The page took its time: the attempt and the token are seven minutes old, the token lives for eight.
  waited: (world: World): HonestProof => ({
    header,
    claims: { ...claimsOf(world), iat: seconds(world.now) - 420, exp: seconds(world.now) + 60 },
    begunAgo: 420,
  }),
} satisfies Record<string, (world: World) => HonestProof | Promise<HonestProof>>;

export type HonestName = keyof typeof honestProofs;
