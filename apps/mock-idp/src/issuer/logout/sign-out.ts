import type { World } from '../../world/index.js';
import { type LoggedOutBy, type Told, tellAll } from './notify.js';

export type SignedOut = { readonly sessions: number; readonly told: readonly Told[] };

/** Ends a person's sessions in every browser and at every client. */
export async function signOut(world: World, subject: string, by: LoggedOutBy): Promise<SignedOut> {
  const ended = world.sessions.end((session) => session.subject === subject);
  world.browsers.forget(subject);
  return { sessions: ended.length, told: await tellAll(world, ended, by) };
}

/** Ends what was begun in one browser, and the one session that the client itself named. */
export async function signOutHere(
  world: World,
  browser: string | undefined,
  sid?: string,
): Promise<SignedOut> {
  const ended = world.sessions.end(
    (session) => (browser !== undefined && session.browser === browser) || session.sid === sid,
  );
  if (browser !== undefined) world.browsers.clear(browser);
  return { sessions: ended.length, told: await tellAll(world, ended) };
}
