import { z } from 'zod';
import { read } from './read.js';
import { unknown } from './refused.js';
import type { Route } from './route.js';

const logout = z.strictObject({
  issuer: z.string().min(1),
  person: z.string().min(1),
  /** What a logout token names: each session that ended, or the person alone. */
  by: z.enum(['session', 'subject']).default('session'),
});

export const logoutRoutes: Readonly<Record<string, Route>> = {
  'POST /logout': async ({ namespace, issuers, req }) => {
    const { issuer: key, person: id, by } = await read(req, logout);
    const issuer = namespace.issuers.find((one) => one.key === key);
    if (!issuer) throw unknown('issuer', key, issuers);
    const here = namespace.people.at(key);
    const subject = here.find((person) => person.id === id)?.subjects[key];
    if (subject !== undefined) return { status: 200, body: await issuer.signOut(subject, by) };
    throw unknown(
      'person',
      id,
      here.map((person) => person.id),
    );
  },
};
