import {
  type HonestProof,
  honestProofs,
  type Keyring,
  makeKeyring,
  type World,
} from '../src/attacks/index.js';
import { type AttemptToJudge, type ProofPolicy, policyFor } from '../src/policy.js';

export const now = new Date('2026-11-23T12:00:00.000Z');
export const nowSeconds = now.getTime() / 1_000;

export const world: World = {
  issuer: 'https://id.larkspur.example',
  audience: 'https://chat.example/connections/0193',
  nonce: 'nonce-of-this-attempt',
  now,
};

export const policy: ProofPolicy = policyFor({
  connection: 'site',
  issuer: { url: world.issuer, aliases: [] },
  audience: world.audience,
  encryption: 'optional',
});

export const attempt: AttemptToJudge = { nonce: world.nonce, startedAt: now };

export const honest: HonestProof = await honestProofs.signed(world);
export const sealed: HonestProof = await honestProofs.sealed(world);

/** The keys of Larkspur and of those who would be: made anew for each file that asks. */
export const openLarkspur = (): Promise<Keyring> => makeKeyring();
