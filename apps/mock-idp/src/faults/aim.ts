import type { Notes } from '../http/index.js';
import type { Person } from '../people/index.js';
import type { World } from '../world/index.js';
import type { Aim } from './input.js';

type Where = Pick<World, 'key' | 'people'>;

function isMeant({ key, people }: Where, hint: string, { subject, loginHint }: Notes): boolean {
  if (loginHint === hint) return true;
  const named = people.byHint(key, hint);
  const present: Person | undefined =
    subject === undefined ? people.byHint(key, loginHint ?? '') : people.bySubject(key, subject);
  return named !== undefined && named.id === present?.id;
}

/** Whether an exchange is of the login that was aimed at. */
export function hits(where: Where, { loginHint, clientId, state }: Aim, notes: Notes): boolean {
  if (clientId !== undefined && clientId !== notes.clientId) return false;
  if (state !== undefined && state !== notes.state) return false;
  return loginHint === undefined || isMeant(where, loginHint, notes);
}
