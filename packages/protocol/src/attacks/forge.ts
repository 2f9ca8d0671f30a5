import { CompactEncrypt } from 'jose';
import { toBase64url } from '../bytes.js';
import { type ProofPolicy, policyFor } from '../policy.js';
import type { VerifyProof } from '../verifier/verify.js';
import type { Attack, Change } from './attack.js';
import { encode } from './edit.js';
import { type HonestProof, honestProofs, type World } from './honest.js';
import type { Keyring } from './keyring.js';
import { genuine, nothing } from './signers.js';

const same = <Value>(value: Value): Value => value;
const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text;

/** The honest token, spoilt as the change says. Without a change: the honest token. */
export async function forge(honest: HonestProof, ring: Keyring, change: Change = {}): Promise<string> {
  const header = (change.header ?? same)(honest.header);
  const claims = JSON.stringify((change.claims ?? same)(honest.claims));
  const input = `${encode(JSON.stringify(header))}.${toBase64url(bytesOf((change.payload ?? same)(claims)))}`;
  const sign = change.signWith ?? genuine[String(honest.header['alg'])] ?? nothing;
  const signed = (change.signed ?? same)(`${input}.${toBase64url(await sign(input, ring))}`);
  const finished = honest.outer
    ? await sealed(signed, (change.outer ?? same)(honest.outer), ring, change)
    : String(signed);
  return (change.finished ?? same)(finished);
}

/** RFC 7519, section 11.2: signed first, encrypted then. */
function sealed(
  signed: string | Uint8Array,
  outer: Readonly<Record<string, unknown>>,
  { sealing }: Keyring,
  { toStranger }: Change,
): Promise<string> {
  const agreed = String(outer['alg']).startsWith('ECDH');
  const ours = agreed ? sealing.curve : sealing.rsa;
  const theirs = agreed ? sealing.strangersCurve : sealing.stranger;
  return new CompactEncrypt(bytesOf(signed))
    .setProtectedHeader(outer as { alg: string; enc: string })
    .encrypt((toStranger ? theirs : ours).publicKey);
}

const RULES: Partial<ProofPolicy> = { connection: 'attacked', encryption: 'optional' };
const after = (date: Date, seconds: number): Date => new Date(date.getTime() + seconds * 1_000);

/** The honest proof of a row as it is presented, spoilt by one of its changes; without one: its twin. */
export async function present(
  of: Attack['of'],
  world: World,
  ring: Keyring,
  change: Change = {},
): Promise<VerifyProof> {
  const honest: HonestProof = await honestProofs[of](world);
  const { issuer, audience, nonce, now } = world;
  const rules = { ...RULES, ...honest.rules, ...change.rules };
  return {
    token: await forge(honest, ring, change),
    policy: policyFor({ issuer: { url: issuer, aliases: [] }, audience, ...rules }),
    keys: (change.keys ?? same)(ring.published, ring),
    decryptionKeys: ring.decryptionKeys,
    attempt: { nonce, startedAt: after(now, (change.attemptLater ?? 0) - (honest.begunAgo ?? 0)) },
    now: after(now, change.later ?? 0),
    accessToken: change.accessToken ?? honest.accessToken,
    code: change.code ?? honest.code,
  };
}
