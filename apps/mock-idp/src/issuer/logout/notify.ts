import { randomUUID } from 'node:crypto';
import type { Client } from '../../clients/index.js';
import type { Session, World } from '../../world/index.js';
import { sealed } from '../encrypt.js';
import { signed } from '../sign.js';

const patience = 5_000;
const lifetime = 120;
const event = 'http://schemas.openid.net/event/backchannel-logout';

/** Whether a token names the one session that ended, or the person alone: all of theirs. */
export type LoggedOutBy = 'session' | 'subject';

/** What became of telling one client that a session of its ended. */
export type Told = {
  readonly clientId: string;
  readonly sid: string;
  /** What it answered, or why nothing was heard. */
  readonly status?: number;
  readonly error?: string;
};

/** OpenID Connect Back-Channel Logout 1.0, section 2.4: an event and no nonce, so that it is never taken for an ID token. */
async function logoutToken(
  world: World,
  { sid, clientId, subject }: Session,
  by: LoggedOutBy,
): Promise<string> {
  const now = world.clock.seconds;
  const claims = {
    iss: world.issuer,
    sub: subject,
    aud: clientId,
    iat: now,
    exp: now + lifetime,
    jti: randomUUID(),
    events: { [event]: {} },
    ...(by === 'session' ? { sid } : {}),
  };
  return sealed(world, clientId, await signed(claims, await world.keys.current(), 'logout+jwt'));
}

async function tell(
  world: World,
  session: Session,
  { backchannelLogoutUri: uri = '' }: Client,
  by: LoggedOutBy,
): Promise<Told> {
  const { clientId, sid } = session;
  try {
    const body = new URLSearchParams({ logout_token: await logoutToken(world, session, by) });
    const signal = AbortSignal.timeout(patience);
    const { status } = await fetch(uri, { method: 'POST', body, redirect: 'manual', signal });
    return { clientId, sid, status };
  } catch (error) {
    world.log.debug({ err: error, issuer: world.key, clientId }, 'a client could not be told of a logout');
    return { clientId, sid, error: error instanceof Error ? error.message : String(error) };
  }
}

/** By person: one token for each client, however many sessions it had. */
const meant = (ended: readonly Session[], by: LoggedOutBy): readonly Session[] =>
  by === 'session' ? ended : [...new Map(ended.map((session) => [session.clientId, session])).values()];

/** Tells every client that wants to know, all at once. */
export const tellAll = (
  world: World,
  ended: readonly Session[],
  by: LoggedOutBy = 'session',
): Promise<readonly Told[]> =>
  Promise.all(
    meant(ended, by).flatMap((session) => {
      const client = world.clients.find(world.key, session.clientId);
      return client?.backchannelLogoutUri ? [tell(world, session, client, by)] : [];
    }),
  );
