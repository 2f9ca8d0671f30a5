import type { SignedIn } from './options.js';

/** Whether a sign-in lies further back than may be. Who does not say when they signed in has not done so in time. */
export function tooOld({ authTime }: SignedIn, maxAge: number | undefined, now: Date): boolean {
  if (maxAge === undefined) return false;
  return !authTime || now.getTime() - authTime.getTime() > maxAge * 1_000;
}
