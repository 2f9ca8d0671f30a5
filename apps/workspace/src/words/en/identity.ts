import {
  type Assurance,
  type FactSource,
  labelOf,
  type Provenance,
  type RejectionReason,
  type Relaxation,
  rejectionReasons,
  relaxations,
} from '@countersign/claims';
import type { IdentityEvent, IdentityPanel, Message, SystemEvent } from '@countersign/contracts';
import type { Speech } from '../speech';

type English = Speech<'one' | 'other'>;

const by = (label: string | null) => (label ? ` by ${label}` : '');

const wordsOfEvents = (name: English['name']): Record<SystemEvent['kind'], (by: string | null) => string> => {
  const customer = (by: string | null) => (by ? name(by) : 'The customer');
  const agent = (by: string | null) => (by ? name(by) : 'An agent');
  return {
    opened: () => 'Conversation opened',
    taken: (who) => `${agent(who)} took the conversation`,
    given: (who) => `${who ? name(who) : 'Another agent'} has the conversation now`,
    returned: () => 'The conversation is back in the queue',
    signed_in: (who) => `${customer(who)} signed in`,
    signed_out: (who) => `${customer(who)} signed out`,
    identity_ended: () => 'The proof of identity ended',
    ended: (who) => (who ? `${name(who)} ended the conversation` : 'Conversation ended'),
    proof_requested: (who) => `${agent(who)} asked for a proof of identity`,
    proof_given: (who) => `${customer(who)} confirmed who they are`,
    proof_declined: (who) => `${customer(who)} did not confirm who they are`,
  };
};

const history: Record<IdentityEvent['kind'], (issuer: string | null) => string> = {
  anonymous: () => 'Began anonymously',
  rejected: () => 'A proof was refused',
  verified: (issuer) => `Verified${by(issuer)}`,
  renewed: (issuer) => `Proof renewed${by(issuer)}`,
  switched: () => 'Another person signed in',
  facts_pushed: (issuer) => `Facts changed by ${issuer ?? 'the brand'}`,
  stale: () => 'Proof ran out',
  ended: () => 'Proof ended',
  revoked: () => 'Proof withdrawn',
  signed_out: () => 'Signed out',
  requested: () => 'A proof was asked for',
  stepped_up: (issuer) => `Confirmed anew${by(issuer)}`,
  request_declined: () => 'The request was declined',
  merged: () => 'What was said anonymously was joined',
};

const stamps: Record<Assurance, (issuer: string | null) => string> = {
  anonymous: () => 'anonymous when sent',
  verified: (issuer) => `verified${by(issuer)} when sent`,
  due: (issuer) => `verified${by(issuer)} when sent`,
  stale: () => 'proof had run out when sent',
  ended: () => 'proof had ended when sent',
  revoked: () => 'signed out when sent',
};

const sources: Record<FactSource, string> = {
  id_token: 'ID token',
  userinfo: 'Userinfo',
  brand_server: 'Server to server',
  page: 'Web page',
  agent: 'Agent',
};

const marks: Record<Assurance, string> = {
  anonymous: 'Anonymous',
  verified: 'Verified',
  due: 'Verified, due',
  stale: 'Stale',
  ended: 'Proof ended',
  revoked: 'Revoked',
};

const advice: Record<Assurance, string> = {
  anonymous: 'Nobody has vouched for this person. Ask them to sign in before you speak about an account.',
  verified: 'When this ends, the customer’s page is asked for a new proof. There is nothing for you to do.',
  due: 'The customer’s page will be asked for a new proof soon. There is nothing for you to do.',
  stale: 'A new proof has been asked for. Until it comes, say nothing that only this customer may know.',
  ended: 'Treat this person as unknown until they sign in again.',
  revoked: 'The customer signed out, or the proof was withdrawn. Treat whoever writes as unknown.',
};

/** Who it is, how sure that is, and who says so. */
export const identity = ({ clock, name }: English) => ({
  anonymousVisitor: 'Anonymous visitor',
  /** A name that its issuer does not vouch for. */
  profileName: (issuer: string | null) => (issuer ? `${issuer} profile name` : 'profile name'),
  fromProfile: (issuer: string | null) => (issuer ? `from their ${issuer} profile` : 'from their profile'),
  marks,
  /** The mark, and who vouches: the issuer may vouch for the account and not for the name. */
  markedBy: (assurance: Assurance, issuer: string | null) =>
    issuer && assurance === 'verified' ? `${marks[assurance]} by ${issuer}` : marks[assurance],
  /** How sure we are, in one line. */
  standing({
    assurance,
    issuerLabel,
    holdsUntil,
  }: Pick<IdentityPanel['who'], 'assurance' | 'issuerLabel' | 'holdsUntil'>): string {
    if (assurance === 'anonymous') return 'Anonymous';
    if (assurance === 'verified' || assurance === 'due') return `Verified${by(issuerLabel)}`;
    if (assurance === 'ended') return `The proof${by(issuerLabel)} has ended`;
    if (assurance === 'revoked') return 'Signed out';
    return `Was verified${by(issuerLabel)}; the proof ended${holdsUntil ? ` at ${clock(holdsUntil)}` : ''}`;
  },
  /** What it means for the agent, and what to do when it ends. */
  advice,
  /** What held when a message was stored. */
  stamp: ({ assurance, issuerLabel }: Message['stamp']) => stamps[assurance](issuerLabel),
  /** A system row of the transcript. `by` is a name that both sides may read. */
  happened: (event: SystemEvent) => wordsOfEvents(name)[event.kind](event.by),
  /** A line of the history of identity. */
  history: (event: IdentityEvent) => history[event.kind](event.issuerLabel),
  source: (source: FactSource) => sources[source],
  /** Who says so: "by Google", "by Larkspur’s server". */
  vouchedBy({ source, issuerLabel, issuer }: Provenance): string {
    const label = issuerLabel ?? issuer;
    if (source === 'brand_server') return label ? `by ${label}’s server` : 'by the brand’s server';
    return label ? `by ${label}` : 'by its issuer';
  },
  /** How people read a fact's name. */
  factName: (name: string) => labelOf(name),
  /** Why a proof was not accepted; names of claims stand between backticks. */
  refusal: (reason: RejectionReason): string => rejectionReasons[reason],
  relaxed: (relaxation: Relaxation): string => relaxations[relaxation],
});
