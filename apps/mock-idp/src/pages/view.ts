import type { Person } from '../people/index.js';

/** What tells one account from another with the same name. */
export const detailOf = ({ email, emailVerified, id }: Person): string => {
  if (email === undefined) return `No e-mail address, signs in as ${id}`;
  return emailVerified ? email : `${email} (not verified)`;
};
