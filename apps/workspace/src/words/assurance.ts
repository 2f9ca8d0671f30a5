import type { Assurance } from '@countersign/claims';
import type { IdentityPanel, Message } from '@countersign/contracts';
import { clock, left } from './time';

type Who = IdentityPanel['who'];

const by = (label: string | null) => (label ? ` by ${label}` : '');

/** What is left of a proof that holds. */
export const remaining = ({ assurance, holdsUntil }: Who, now: number): string | null =>
  holdsUntil && (assurance === 'verified' || assurance === 'due') ? left(holdsUntil, now) : null;

/** How sure we are, in one line. */
export function standing({ assurance, issuerLabel, holdsUntil }: Who): string {
  const until = holdsUntil ? ` at ${clock(holdsUntil)}` : '';
  switch (assurance) {
    case 'anonymous':
      return 'Anonymous';
    case 'verified':
    case 'due':
      return `Verified${by(issuerLabel)}`;
    case 'stale':
      return `Was verified${by(issuerLabel)}; the proof ended${until}`;
    case 'ended':
      return `The proof${by(issuerLabel)} has ended`;
    case 'revoked':
      return 'Signed out';
  }
}

/** What it means for the agent, and what to do when it ends. */
export const advice: Record<Assurance, string> = {
  anonymous: 'Nobody has vouched for this person. Ask them to sign in before you speak about an account.',
  verified: 'When this ends, the customer’s page is asked for a new proof. There is nothing for you to do.',
  due: 'The customer’s page will be asked for a new proof soon. There is nothing for you to do.',
  stale: 'A new proof has been asked for. Until it comes, say nothing that only this customer may know.',
  ended: 'Treat this person as unknown until they sign in again.',
  revoked: 'The customer signed out, or the proof was withdrawn. Treat whoever writes as unknown.',
};

/** What held when a message was stored. */
export function stampWords({ assurance, issuerLabel }: Message['stamp']): string {
  switch (assurance) {
    case 'anonymous':
      return 'anonymous when sent';
    case 'verified':
    case 'due':
      return `verified${by(issuerLabel)} when sent`;
    case 'stale':
      return 'proof had run out when sent';
    case 'ended':
      return 'proof had ended when sent';
    case 'revoked':
      return 'signed out when sent';
  }
}
