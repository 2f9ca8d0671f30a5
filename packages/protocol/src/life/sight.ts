import { type Assurance } from '@countersign/claims';
import { assuranceAt } from '../identity/assurance.js';
import { browserOf, type Conversation, type Session, type World } from './world.js';

/** The session a browser's key has now, however it stands; undefined where it has none that lives. */
export function liveOf(world: World, name: string): Session | undefined {
  const { key } = browserOf(world, name);
  const own = world.sessions.filter((one) => one.browser === name && one.key === key);
  return own.findLast((one) => one.endedAt === null);
}

export const standingOf = (world: World, session: Session | undefined): Assurance | 'none' =>
  session ? assuranceAt(session, world.now) : 'none';

const isOpen = (assurance: Assurance | 'none'): boolean =>
  assurance !== 'none' && assurance !== 'ended' && assurance !== 'revoked';

/** A proven consumer's, on whatever device; while nobody is proven, that of the browser's own family. Never one that is offered. */
const owns = (session: Session, { subject, family, offer }: Conversation): boolean =>
  offer === null && subject === session.subject && (subject !== null || family === session.family);

/** What a browser may see: the conversation that is open, those before it, and whether one is offered. */
export type Sight = {
  readonly standing: Assurance | 'none';
  readonly open: Conversation | undefined;
  readonly earlier: readonly Conversation[];
  readonly offer: Conversation | undefined;
};

export function sightOf(world: World, name: string): Sight {
  const session = liveOf(world, name);
  const standing = standingOf(world, session);
  if (!session || !isOpen(standing)) return { standing, open: undefined, earlier: [], offer: undefined };
  const own = world.conversations.filter((one) => owns(session, one));
  return {
    standing,
    open: own.findLast(({ ended }) => !ended),
    earlier: own.filter(({ ended }) => ended),
    offer: world.conversations.find(({ offer }) => offer !== null && offer.family === session.family),
  };
}
